'use client';

import { ActionIcon, Button, Menu } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { EllipsisVertical, PackagePlus, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { EndlessList } from '../../components/endless-list.tsx';
import { MoveMenuItems } from '../../components/move-menu-items.tsx';
import { Section } from '../../components/section.tsx';
import { SortableList } from '../../components/sortable-list.tsx';
import { useTRPC } from '../../lib/api.ts';
import { reorder } from '../../lib/reorder.ts';
import type { Member } from './collection.ts';
import classes from './collection-members.module.css';
import { MemberSummary } from './member-summary.tsx';
import { ProductPicker } from './product-picker.tsx';
import type { CollectionWrites } from './use-collection-writes.ts';

/** The products that were picked, in order. */
export function CollectionMembers({ writes, canWrite }: { writes: CollectionWrites; canWrite: boolean }) {
  const [picking, setPicking] = useState(false);
  const { list, members, move, remove, refresh } = useMembers(writes);
  return (
    <Section
      title="Products"
      flush
      aside={
        canWrite && (
          <Button
            variant="default"
            size="xs"
            leftSection={<Plus size={14} />}
            onClick={() => setPicking(true)}
          >
            Add products
          </Button>
        )
      }
    >
      <EndlessList
        pages={list}
        skeletonHeight={40}
        empty={
          <EmptyState
            icon={PackagePlus}
            title="Nothing is picked yet"
            description="Add the products that belong here, then drag them into order."
          />
        }
      >
        {() => (
          <SortableList
            ids={members.map(({ id }) => id)}
            nameOf={(id) => members.find((member) => member.id === id)?.name ?? ''}
            onMove={move}
            disabled={!canWrite}
          >
            {(id, index) => {
              const product = members[index];
              if (product?.id !== id) return null;
              return (
                <div className={classes.member}>
                  <MemberSummary product={product} />
                  {canWrite && (
                    <MemberMenu
                      product={product}
                      index={index}
                      among={members.length}
                      onMove={(to) => move(index, to)}
                      onRemove={() => remove(id)}
                    />
                  )}
                </div>
              );
            }}
          </SortableList>
        )}
      </EndlessList>
      <ProductPicker
        opened={picking}
        picked={members}
        writes={writes}
        onClose={() => setPicking(false)}
        onAdded={refresh}
      />
    </Section>
  );
}

function useMembers({ collection: { id }, ...writes }: CollectionWrites) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const options = trpc.products.staff.collections.members.infiniteQueryOptions(
    { id, limit: 100 },
    { getNextPageParam: ({ nextCursor }) => nextCursor },
  );
  const list = useInfiniteQuery(options);
  const members = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const refresh = () => void queryClient.invalidateQueries({ queryKey: options.queryKey });

  function show(items: Member[]): void {
    queryClient.setQueryData(options.queryKey, (data) => {
      if (data === undefined) return data;
      const nextCursor = data.pages.at(-1)?.nextCursor ?? null;
      return { pages: [{ items, nextCursor }], pageParams: data.pageParams.slice(0, 1) };
    });
  }

  function move(from: number, to: number): void {
    const product = members[from];
    if (product === undefined) return;
    const next = reorder(members, from, to);
    show(next);
    void writes
      .move(product.id, next[to - 1]?.id ?? null)
      .catch(() => null)
      .finally(refresh);
  }

  function remove(productId: string): void {
    show(members.filter((member) => member.id !== productId));
    void writes
      .remove(productId)
      .catch(() => null)
      .finally(refresh);
  }

  return { list, members, move, remove, refresh };
}

interface MemberMenuProps {
  readonly product: Member;
  readonly index: number;
  readonly among: number;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

function MemberMenu({ product, onRemove, ...place }: MemberMenuProps) {
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" ml="auto" aria-label={`Actions for ${product.name}`}>
          <EllipsisVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <MoveMenuItems {...place} />
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<X size={15} />} onClick={onRemove}>
          Take out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
