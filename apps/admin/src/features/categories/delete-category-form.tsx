'use client';

import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { ModalActions } from '../../components/modal-actions.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { failureFor } from '../../lib/messages.ts';
import { refusalOf } from '../../lib/refusal.ts';
import { toastDone } from '../../lib/toast.tsx';
import type { Category } from './category.ts';
import { useCategoryRefresh } from './use-category-writes.ts';

const modalId = 'delete-category';

export function openDeleteCategory(category: Category): void {
  modals.open({
    modalId,
    title: `Delete ${category.name}`,
    children: <DeleteCategoryForm category={category} />,
  });
}

const contentsSchema = z.object({ categories: z.number(), products: z.number(), collections: z.number() });

type Contents = z.infer<typeof contentsSchema>;

function DeleteCategoryForm({ category }: { category: Category }) {
  const trpc = useTRPC();
  const refresh = useCategoryRefresh();
  const [idempotencyKey] = useState(createIdempotencyKey);
  const [problem, setProblem] = useState<string | null>(null);
  const [contents, setContents] = useState<Contents>({
    categories: category.childCount,
    products: category.productCount,
    collections: 0,
  });
  const remove = useMutation(
    trpc.products.staff.categories.delete.mutationOptions({
      onSuccess: () => {
        refresh();
        modals.close(modalId);
        toastDone('Category deleted', category.name);
      },
      onError: (error) => {
        const found = contentsSchema.safeParse(failureFor(error).details);
        if (found.success) return setContents(found.data);
        const sentence = refusalOf(error, refresh);
        if (sentence === null) modals.close(modalId);
        setProblem(sentence);
      },
    }),
  );
  const inTheWay = describeContents(contents);
  return (
    <Stack>
      <Problem sentence={problem} />
      {inTheWay.length === 0 ? (
        <Text size="sm">Nothing is in it. Its address will no longer be found in the shop.</Text>
      ) : (
        <Alert color="yellow" icon={<TriangleAlert size={18} />} title="Something is in the way">
          <List size="sm">
            {inTheWay.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(modalId)} data-autofocus>
          Keep it
        </Button>
        <Button
          color="red"
          loading={remove.isPending}
          disabled={inTheWay.length > 0}
          onClick={() => remove.mutate({ id: category.id, version: category.version, idempotencyKey })}
        >
          Delete category
        </Button>
      </ModalActions>
    </Stack>
  );
}

function describeContents({ categories, products, collections }: Contents): string[] {
  return [
    categories > 0 && `${count(categories, 'category', 'categories')} below it: move or delete them first.`,
    products > 0 && `${count(products, 'product', 'products')} in it: give them another category first.`,
    collections > 0 && `${count(collections, 'collection has', 'collections have')} a rule that names it.`,
  ].filter((line) => line !== false);
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}
