'use client';

import { Button, Card, Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FolderTree, Plus } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { usePhone } from '../../components/use-phone.ts';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import type { Category } from './category.ts';
import { CategoryForm } from './category-form.tsx';
import { CategoryTree } from './category-tree.tsx';
import { openDeleteCategory } from './delete-category-form.tsx';
import { openMoveCategory } from './move-category-form.tsx';
import { useMoveCategory } from './use-category-writes.ts';

interface Panel {
  /** Null: a new one below `parent`. */
  readonly category: Category | null;
  readonly parent: Category | null;
}

export function CategoriesPage() {
  const trpc = useTRPC();
  const phone = usePhone();
  const move = useMoveCategory();
  const canWrite = useStaff().permissions.includes('products:write');
  const [panel, setPanel] = useState<Panel | null>(null);
  const list = useQuery(trpc.products.staff.categories.list.queryOptions());
  const categories = list.data ?? [];
  const add = () => setPanel({ category: null, parent: null });
  return (
    <>
      <PageHeader
        title="Categories"
        description="The tree shoppers browse. Drag to order, and in or out to nest."
        actions={
          canWrite && (
            <Button leftSection={<Plus size={16} />} onClick={add}>
              New category
            </Button>
          )
        }
      />
      <Card padding={0}>
        {list.isPending && <RowSkeletons height={42} />}
        {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.data?.length === 0 && (
          <EmptyState
            icon={FolderTree}
            title="No categories yet"
            description="Every product stands in one. Start with the departments of the shop."
            action={canWrite && <Button onClick={add}>New category</Button>}
          />
        )}
        {categories.length > 0 && (
          <CategoryTree
            categories={categories}
            canWrite={canWrite}
            actions={{
              onEdit: (category) => canWrite && setPanel({ category, parent: null }),
              onAdd: (parent) => setPanel({ category: null, parent }),
              onMove: move,
              onMoveUnder: (category) =>
                openMoveCategory({ category, categories, onMove: (to) => move(category, to) }),
              onDelete: openDeleteCategory,
            }}
          />
        )}
      </Card>
      <Drawer
        opened={panel !== null}
        onClose={() => setPanel(null)}
        position="right"
        size={phone ? '100%' : 'md'}
        title={titleOf(panel)}
      >
        {panel !== null && (
          <CategoryForm
            key={panel.category?.id ?? 'new'}
            category={panel.category}
            parentId={panel.parent?.id ?? null}
            onClose={() => setPanel(null)}
          />
        )}
      </Drawer>
    </>
  );
}

function titleOf(panel: Panel | null): string {
  if (panel === null) return '';
  if (panel.category !== null) return panel.category.name;
  return panel.parent === null ? 'New category' : `New category below ${panel.parent.name}`;
}
