'use client';

import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core';
import { ArrowDown, ArrowUp, Plus, ShoppingBasket, Sparkles, X } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { count } from '../../lib/format.ts';
import { useStaff } from '../../lib/staff.tsx';
import { ProductSearch } from './product-search.tsx';
import { RelatedRow } from './related-row.tsx';
import { isSameOrder, mostPicked, moveBy, type Related, type RelatedProduct } from './related.ts';
import { useSetRelated } from './use-set-related.ts';

export function RelatedEditor({ related }: { related: Related }) {
  const mayWrite = useStaff().permissions.includes('products:write');
  const [picked, setPicked] = useState(related.picked);
  const { save, pending } = useSetRelated(related);
  const changed = !isSameOrder(picked, related.picked);
  const taken = new Set([related.productId, ...picked.map(({ id }) => id)]);
  const pick = (product: RelatedProduct) => setPicked([...picked, product]);
  const full = picked.length >= mostPicked;

  return (
    <>
      <Section
        title="Picked by hand"
        flush
        aside={
          mayWrite && (
            <Group gap="xs" wrap="nowrap">
              {changed && (
                <Button variant="subtle" color="gray" size="xs" onClick={() => setPicked(related.picked)}>
                  Undo
                </Button>
              )}
              <Button size="xs" disabled={!changed} loading={pending} onClick={() => save(picked)}>
                Save
              </Button>
            </Group>
          )
        }
      >
        {mayWrite && <ProductSearch taken={taken} disabled={full} onPick={pick} />}
        {picked.length === 0 && (
          <EmptyState
            icon={Sparkles}
            title="Nothing is picked"
            description="The shop shows best sellers of the same category. What you pick comes first."
          />
        )}
        {picked.map((product, index) => (
          <RelatedRow key={product.id} product={product}>
            {mayWrite && (
              <PickActions
                name={product.name}
                first={index === 0}
                last={index === picked.length - 1}
                onMove={(step) => setPicked(moveBy(picked, index, step))}
                onRemove={() => setPicked(picked.filter(({ id }) => id !== product.id))}
              />
            )}
          </RelatedRow>
        ))}
      </Section>
      <Section title="Bought together" flush>
        {related.boughtTogether.length === 0 && (
          <EmptyState
            icon={ShoppingBasket}
            title="No order says so yet"
            description="Products are counted here once they are in one paid order with this one."
          />
        )}
        {related.boughtTogether.map((product) => (
          <RelatedRow key={product.id} product={product}>
            <Badge color="gray">{count(product.orders, 'order')}</Badge>
            {mayWrite && (
              <Button
                variant="default"
                size="xs"
                leftSection={<Plus size={14} />}
                disabled={full || taken.has(product.id)}
                onClick={() => pick(product)}
              >
                {taken.has(product.id) ? 'Picked' : 'Pick'}
              </Button>
            )}
          </RelatedRow>
        ))}
      </Section>
      {full && (
        <Text size="sm" c="dimmed">
          {mostPicked} is the most a product can have.
        </Text>
      )}
    </>
  );
}

interface PickActionsProps {
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (step: 1 | -1) => void;
  readonly onRemove: () => void;
}

function PickActions({ name, first, last, onMove, onRemove }: PickActionsProps) {
  return (
    <ActionIcon.Group>
      <ActionIcon
        variant="default"
        aria-label={`Move ${name} up`}
        disabled={first}
        onClick={() => onMove(-1)}
      >
        <ArrowUp size={15} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={`Move ${name} down`}
        disabled={last}
        onClick={() => onMove(1)}
      >
        <ArrowDown size={15} />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={`Remove ${name}`} onClick={onRemove}>
        <X size={15} />
      </ActionIcon>
    </ActionIcon.Group>
  );
}
