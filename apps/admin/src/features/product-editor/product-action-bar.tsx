'use client';

import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { Archive, Copy, Ellipsis, ExternalLink, EyeOff, Rocket, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { useStaff } from '../../lib/staff.tsx';
import { toastDone } from '../../lib/toast.tsx';
import { type ProductState, type StaffProduct, visibilityOf } from './product.ts';
import { useProductWrite } from './use-product-write.ts';

/** What this member of staff can do with the product now. */
export function ProductActionBar({ product }: { product: StaffProduct }) {
  const writable = useStaff().permissions.includes('products:write');
  const actions = useProductActions(product);
  const visible = visibilityOf(product) === 'visible';
  return (
    <>
      {visible && (
        <Button
          component="a"
          href={product.url}
          target="_blank"
          rel="noreferrer"
          variant="default"
          leftSection={<ExternalLink size={16} />}
        >
          View in shop
        </Button>
      )}
      {writable && product.status !== 'active' && (
        <Button
          leftSection={<Rocket size={16} />}
          loading={actions.busy}
          onClick={() => actions.setStatus('active')}
        >
          Publish
        </Button>
      )}
      {writable && (
        <Menu position="bottom-end" keepMounted={false}>
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label="More actions">
              <Ellipsis size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {product.status === 'active' && (
              <Menu.Item leftSection={<EyeOff size={16} />} onClick={() => actions.setStatus('draft')}>
                Unpublish
              </Menu.Item>
            )}
            <Menu.Item leftSection={<Copy size={16} />} onClick={actions.duplicate}>
              Duplicate
            </Menu.Item>
            {product.status !== 'archived' && (
              <Menu.Item leftSection={<Archive size={16} />} onClick={() => actions.setStatus('archived')}>
                Archive
              </Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Item
              color="red"
              leftSection={<Trash2 size={16} />}
              onClick={() => askToDelete(product, actions.remove)}
            >
              Delete
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

function askToDelete(product: StaffProduct, remove: () => void): void {
  modals.openConfirmModal({
    title: 'Delete this product?',
    children: (
      <Text size="sm">
        {product.name} and its variants will be gone for good. A product that was ordered or stocked cannot be
        deleted: archive it instead.
      </Text>
    ),
    labels: { confirm: 'Delete', cancel: 'Keep' },
    confirmProps: { color: 'red.8' },
    onConfirm: remove,
  });
}

const doneWords: Readonly<Record<ProductState, string>> = {
  active: 'Published',
  draft: 'Unpublished',
  archived: 'Archived',
};

function useProductActions(product: StaffProduct) {
  const trpc = useTRPC();
  const router = useRouter();
  const { show, reload, tell } = useProductWrite();
  const edit = () => ({
    id: product.id,
    version: product.version,
    idempotencyKey: createIdempotencyKey(),
  });
  const update = useMutation(
    trpc.products.staff.update.mutationOptions({
      onSuccess: (saved) => {
        show(saved);
        toastDone(doneWords[saved.status], saved.name);
      },
      onError: (error) => tell(product.id, 'Not done', error),
    }),
  );
  const duplicate = useMutation(
    trpc.products.staff.duplicate.mutationOptions({
      onSuccess: (copy) => {
        show(copy);
        toastDone('Duplicated', `You are looking at the copy, ${copy.name}.`);
        router.push(`/products/${copy.id}`);
      },
      onError: (error) => tell(product.id, 'Not duplicated', error),
    }),
  );
  const remove = useMutation(
    trpc.products.staff.delete.mutationOptions({
      onSuccess: () => {
        toastDone('Deleted', product.name);
        router.push('/products');
        void reload(product.id);
      },
      onError: (error) => tell(product.id, 'Not deleted', error),
    }),
  );
  return {
    setStatus: (status: ProductState) => update.mutate({ ...edit(), changes: { status } }),
    duplicate: () => duplicate.mutate(edit()),
    remove: () => remove.mutate(edit()),
    busy: update.isPending,
  };
}
