'use client';

import {
  Badge,
  Button,
  Card,
  Divider,
  Drawer,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Plus, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { SortableList } from '../../components/sortable-list.tsx';
import { usePhone } from '../../components/use-phone.ts';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { type Attribute, attributeKinds, type AttributeKind, describeAttribute } from './attribute.ts';
import { AttributeForm } from './attribute-form.tsx';
import classes from './attributes-page.module.css';
import { DeleteAttributeButton } from './delete-attribute-button.tsx';
import { useReorderAttributes } from './use-attribute-writes.ts';
import { ValueEditor } from './value-editor.tsx';

export function AttributesPage() {
  const trpc = useTRPC();
  const phone = usePhone();
  const canWrite = useStaff().permissions.includes('products:write');
  const [kind, setKind] = useState<AttributeKind | 'all'>('all');
  const [openId, setOpenId] = useState<string | null>(null);
  const list = useQuery(trpc.products.staff.attributes.list.queryOptions());
  const attributes = list.data ?? [];
  const shown = attributes.filter((attribute) => kind === 'all' || attribute.kind === kind);
  const reorderAll = useReorderAttributes(attributes);
  const open = attributes.find(({ id }) => id === openId) ?? null;
  const close = () => setOpenId(null);
  return (
    <>
      <PageHeader
        title="Attributes"
        description="What products are described and filtered by, in the order shoppers see."
        actions={
          canWrite && (
            <Button leftSection={<Plus size={16} />} onClick={() => setOpenId('new')}>
              New attribute
            </Button>
          )
        }
      />
      <Card padding={0}>
        <div className={classes.bar}>
          <SegmentedControl
            aria-label="Kind"
            value={kind}
            onChange={(value) => setKind(value)}
            data={[
              { value: 'all', label: 'All' },
              ...(Object.keys(attributeKinds) as AttributeKind[]).map((value) => ({
                value,
                label: attributeKinds[value].label,
              })),
            ]}
          />
        </div>
        {list.isPending && <RowSkeletons height={36} rows={6} />}
        {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.data !== undefined && shown.length === 0 && (
          <EmptyState
            icon={SlidersHorizontal}
            title={kind === 'all' ? 'No attributes yet' : 'None of this kind'}
            description="Attributes such as material or height describe products and become filters."
          />
        )}
        <SortableList
          ids={shown.map(({ id }) => id)}
          nameOf={(id) => shown.find((attribute) => attribute.id === id)?.name ?? ''}
          onMove={reorderAll}
          disabled={!canWrite || kind !== 'all'}
        >
          {(id, index) => {
            const attribute = shown[index];
            return attribute?.id === id ? (
              <AttributeRow attribute={attribute} onOpen={() => setOpenId(id)} />
            ) : null;
          }}
        </SortableList>
      </Card>
      <Drawer
        opened={openId !== null}
        onClose={close}
        position="right"
        size={phone ? '100%' : 'md'}
        title={open?.name ?? 'New attribute'}
      >
        {openId !== null && <Panel attribute={open} canWrite={canWrite} onClose={close} />}
      </Drawer>
    </>
  );
}

function AttributeRow({ attribute, onOpen }: { attribute: Attribute; onOpen: () => void }) {
  const { label, color } = attributeKinds[attribute.kind];
  return (
    <UnstyledButton className={classes.open} onClick={onOpen}>
      <span className={classes.text}>
        <Text size="sm" fw={500} truncate component="span" display="block">
          {attribute.name}
        </Text>
        <Text size="xs" c="dimmed" truncate component="span" display="block">
          {describeAttribute(attribute)}
        </Text>
      </span>
      {attribute.filterable && attribute.kind !== 'text' && (
        <Badge color="gray" visibleFrom="xs">
          Filter
        </Badge>
      )}
      <Badge color={color}>{label}</Badge>
    </UnstyledButton>
  );
}

interface PanelProps {
  /** Null: a new one. */
  readonly attribute: Attribute | null;
  readonly canWrite: boolean;
  readonly onClose: () => void;
}

function Panel({ attribute, canWrite, onClose }: PanelProps) {
  if (!canWrite) {
    return <Text size="sm">{attribute?.values.map(({ label }) => label).join(', ')}</Text>;
  }
  return (
    <Stack gap="lg">
      <AttributeForm key={attribute?.id} attribute={attribute} onClose={onClose} />
      {attribute?.kind === 'choice' && (
        <>
          <Divider />
          <ValueEditor attribute={attribute} />
        </>
      )}
      {attribute !== null && (
        <>
          <Divider />
          <DeleteAttributeButton attribute={attribute} onDone={onClose} />
        </>
      )}
    </Stack>
  );
}
