'use client';

import { Button, Select, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import type { Attribute, AttributeValue } from './attribute.ts';

const modalId = 'merge-value';

interface MergeValue {
  readonly value: AttributeValue;
  readonly attribute: Attribute;
  readonly onMerge: (fromId: string, intoId: string) => void;
}

export function openMergeValue(merge: MergeValue): void {
  modals.open({ modalId, title: `Merge ${merge.value.label}`, children: <MergeValueForm {...merge} /> });
}

function MergeValueForm({ value, attribute, onMerge }: MergeValue) {
  const [intoId, setIntoId] = useState<string | null>(null);
  const others = attribute.values.filter(({ id }) => id !== value.id);

  function merge(): void {
    if (intoId === null) return;
    modals.close(modalId);
    onMerge(value.id, intoId);
  }

  return (
    <Stack>
      <Select
        label="Into"
        placeholder="Choose a value"
        searchable
        data={others.map(({ id, label }) => ({ value: id, label }))}
        value={intoId}
        onChange={setIntoId}
        data-autofocus
      />
      <Text size="sm" c="dimmed">
        Products and collection rules that have “{value.label}” get the other value, and “{value.label}” is
        gone. This cannot be undone.
      </Text>
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(modalId)}>
          Cancel
        </Button>
        <Button color="red" onClick={merge} disabled={intoId === null}>
          Merge values
        </Button>
      </ModalActions>
    </Stack>
  );
}
