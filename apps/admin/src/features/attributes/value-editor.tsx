'use client';

import { ActionIcon, Button, Group, Menu, Stack, Text, TextInput, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import { ArrowDown, ArrowUp, EllipsisVertical, Merge, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { SortableList } from '../../components/sortable-list.tsx';
import { reorder } from '../../lib/reorder.ts';
import type { Attribute, AttributeValue } from './attribute.ts';
import { openMergeValue } from './merge-value-form.tsx';
import { useValueWrites, type ValueWrites } from './use-attribute-writes.ts';
import classes from './value-editor.module.css';

/** The values of a choice: their names, their order, and which of them there are. */
export function ValueEditor({ attribute }: { attribute: Attribute }) {
  const writes = useValueWrites(attribute);
  const { values } = attribute;
  const ids = values.map(({ id }) => id);
  const move = (from: number, to: number) => writes.order(reorder(ids, from, to));
  return (
    <Stack gap="sm">
      <Title order={3} fz="sm">
        Values
      </Title>
      {values.length > 0 && (
        <div className={classes.frame}>
          <SortableList
            ids={ids}
            nameOf={(id) => values.find((value) => value.id === id)?.label ?? ''}
            onMove={move}
          >
            {(id, index) => {
              const value = values[index];
              return value?.id === id ? (
                <ValueRow key={value.label} {...{ value, index, attribute, writes, move }} />
              ) : null;
            }}
          </SortableList>
        </div>
      )}
      <NewValue writes={writes} />
    </Stack>
  );
}

interface ValueRowProps {
  readonly value: AttributeValue;
  readonly index: number;
  readonly attribute: Attribute;
  readonly writes: ValueWrites;
  readonly move: (from: number, to: number) => void;
}

function ValueRow({ value, index, attribute, writes, move }: ValueRowProps) {
  const [label, setLabel] = useState(value.label);

  function rename(): void {
    const wanted = label.trim();
    if (wanted === '' || wanted === value.label) setLabel(value.label);
    else writes.rename(value.id, wanted);
  }

  return (
    <Group gap="xs" wrap="nowrap">
      <TextInput
        aria-label={`Name of ${value.label}`}
        className={classes.label}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
        onBlur={rename}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        maxLength={80}
        variant="unstyled"
      />
      <Text size="xs" c="dimmed" className={classes.count}>
        {value.productCount === 0 ? 'unused' : value.productCount.toLocaleString('en-US')}
      </Text>
      <Menu position="bottom-end" width={210}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Actions for ${value.label}`}>
            <EllipsisVertical size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<ArrowUp size={15} />}
            disabled={index === 0}
            onClick={() => move(index, index - 1)}
          >
            Move up
          </Menu.Item>
          <Menu.Item
            leftSection={<ArrowDown size={15} />}
            disabled={index === attribute.values.length - 1}
            onClick={() => move(index, index + 1)}
          >
            Move down
          </Menu.Item>
          <Menu.Item
            leftSection={<Merge size={15} />}
            disabled={attribute.values.length < 2}
            onClick={() => openMergeValue({ value, attribute, onMerge: writes.merge })}
          >
            Merge into…
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<Trash2 size={15} />}
            disabled={value.productCount > 0}
            onClick={() => confirmDelete(value, writes)}
          >
            {value.productCount > 0 ? 'Products still have it' : 'Delete'}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

function confirmDelete(value: AttributeValue, writes: ValueWrites): void {
  modals.openConfirmModal({
    title: `Delete ${value.label}`,
    children: <Text size="sm">No product has this value. It will no longer be offered.</Text>,
    labels: { confirm: 'Delete value', cancel: 'Keep it' },
    confirmProps: { color: 'red' },
    onConfirm: () => writes.remove(value.id),
  });
}

function NewValue({ writes }: { writes: ValueWrites }) {
  const [label, setLabel] = useState('');

  async function add(): Promise<void> {
    const wanted = label.trim();
    if (wanted === '') return;
    const added = await writes.add(wanted).catch(() => null);
    if (added !== null) setLabel('');
  }

  return (
    <Group gap="xs" wrap="nowrap">
      <TextInput
        aria-label="New value"
        placeholder="New value"
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && void add()}
        maxLength={80}
        flex={1}
      />
      <Button
        variant="default"
        leftSection={<Plus size={16} />}
        onClick={() => void add()}
        loading={writes.busy}
        disabled={label.trim() === ''}
      >
        Add
      </Button>
    </Group>
  );
}
