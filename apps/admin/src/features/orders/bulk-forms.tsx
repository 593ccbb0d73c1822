'use client';

import { TagsInput, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, useTRPCClient } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { BulkFrame, type BulkFormProps, openBulk, useBulkForm } from './bulk-frame.tsx';

export function openBulkTag(props: BulkFormProps): void {
  openBulk(`Tag ${count(props.orders.length, 'order')}`, <TagForm {...props} />);
}

export function openBulkDeliver(props: BulkFormProps): void {
  openBulk(`Mark ${count(props.orders.length, 'order')} delivered`, <DeliverForm {...props} />);
}

export function openBulkCancel(props: BulkFormProps): void {
  openBulk(`Cancel ${count(props.orders.length, 'order')}`, <CancelForm {...props} />);
}

function TagForm(props: BulkFormProps) {
  const client = useTRPCClient();
  const used = useQuery(useTRPC().orders.staff.tags.suggest.queryOptions({}));
  const bulk = useBulkForm(props);
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const shared = { openOnFocus: false, data: used.data ?? [], maxTags: 20, maxLength: 40 };
  return (
    <BulkFrame
      bulk={bulk}
      total={props.orders.length}
      label="Change tags"
      disabled={add.length + remove.length === 0}
      onSubmit={() => bulk.run((part) => client.orders.staff.bulk.tag.mutate({ ...part, add, remove }))}
    >
      <TagsInput
        label="Add"
        description="Enter or comma ends a tag."
        data-autofocus
        value={add}
        onChange={setAdd}
        {...shared}
      />
      <TagsInput label="Remove" value={remove} onChange={setRemove} {...shared} />
    </BulkFrame>
  );
}

function DeliverForm(props: BulkFormProps) {
  const client = useTRPCClient();
  const bulk = useBulkForm(props);
  return (
    <BulkFrame
      bulk={bulk}
      total={props.orders.length}
      label="Mark delivered"
      onSubmit={() => bulk.run((part) => client.orders.staff.bulk.markDelivered.mutate(part))}
    >
      <Text size="sm">The customers are told that their parcels have arrived.</Text>
    </BulkFrame>
  );
}

function CancelForm(props: BulkFormProps) {
  const client = useTRPCClient();
  const bulk = useBulkForm(props);
  const [reason, setReason] = useState('');
  return (
    <BulkFrame
      bulk={bulk}
      total={props.orders.length}
      label="Cancel orders"
      color="red"
      disabled={reason.trim() === ''}
      onSubmit={() =>
        bulk.run((part) => client.orders.staff.bulk.cancel.mutate({ ...part, reason: reason.trim() }))
      }
    >
      <Text size="sm">
        Their stock can be sold again and what was paid is refunded. Orders with a parcel on its way stay.
      </Text>
      <Textarea
        label="Reason"
        description="Written on each order."
        maxLength={300}
        data-autofocus
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </BulkFrame>
  );
}
