'use client';

import { Autocomplete, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { BulkFrame, type BulkFormProps, openBulk, useBulkForm } from './bulk-frame.tsx';
import { carriers } from './carriers.ts';
import { readTracking } from './read-tracking.ts';

export function openBulkShip(props: BulkFormProps): void {
  openBulk(`Ship ${count(props.orders.length, 'order')}`, <ShipForm {...props} />);
}

function ShipForm(props: BulkFormProps) {
  const client = useTRPCClient();
  const bulk = useBulkForm(props);
  const [carrier, setCarrier] = useState('');
  const [text, setText] = useState('');
  const trackingNumbers = readTracking(text, props.orders);
  return (
    <BulkFrame
      bulk={bulk}
      total={props.orders.length}
      label="Ship"
      disabled={carrier.trim() === ''}
      onSubmit={() =>
        bulk.run((part) => {
          const mine: Record<string, string> = {};
          for (const { id } of part.orders) {
            const number = trackingNumbers[id];
            if (number !== undefined) mine[id] = number;
          }
          return client.orders.staff.bulk.ship.mutate({
            ...part,
            carrier,
            trackingNumbers: mine,
          });
        })
      }
    >
      <Autocomplete
        label="Carrier"
        placeholder="Choose or type"
        data={[...carriers]}
        openOnFocus={false}
        data-autofocus
        maxLength={60}
        value={carrier}
        onChange={setCarrier}
      />
      <Textarea
        label="Tracking numbers"
        description="Optional: an order and its number on each line."
        placeholder={props.orders
          .slice(0, 2)
          .map(({ number }) => `${number} 1Z999…`)
          .join('\n')}
        autosize
        minRows={3}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed">
        All that is left of each order goes in one parcel, and the customers are told by e-mail.
      </Text>
    </BulkFrame>
  );
}
