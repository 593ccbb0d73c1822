'use client';

import { ActionIcon, Button, ColorInput, Group, TextInput } from '@mantine/core';
import { ArrowDown, ArrowUp, Plus, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import classes from './options-section.module.css';
import { addedValues, moved, type OptionDraft, type ValueDraft } from './option-drafts.ts';

interface OptionCardProps {
  readonly option: OptionDraft;
  readonly place: number;
  readonly last: boolean;
  readonly onChange: (option: OptionDraft) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One option with its values, of which several can be typed or pasted at once. */
export function OptionCard({ option, place, last, onChange, onMove, onRemove }: OptionCardProps) {
  const [typed, setTyped] = useState('');
  const label = option.name.trim() || `Option ${place + 1}`;
  const swatches = /colou?r/iu.test(option.name) || option.values.some(({ swatch }) => swatch !== null);

  function add(): void {
    onChange(addedValues(option, typed));
    setTyped('');
  }

  function change(index: number, difference: Partial<ValueDraft>): void {
    onChange({
      ...option,
      values: option.values.map((value, each) => (each === index ? { ...value, ...difference } : value)),
    });
  }

  return (
    <div className={classes.option} role="group" aria-label={label}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={`Name of option ${place + 1}`}
          placeholder="Size"
          maxLength={60}
          flex={1}
          maw={320}
          value={option.name}
          onChange={(event) => onChange({ ...option, name: event.currentTarget.value })}
        />
        <Tools label={label} first={place === 0} last={last} onMove={onMove} onRemove={onRemove} />
      </Group>
      <ul className={classes.values} aria-label={`Values of ${label}`}>
        {option.values.map((value, index) => (
          <li key={value.key} className={classes.value}>
            {swatches && (
              <ColorInput
                aria-label={`Swatch of ${value.value}`}
                placeholder="No swatch"
                w={128}
                withEyeDropper={false}
                popoverProps={{ keepMounted: false }}
                value={value.swatch ?? ''}
                onChange={(swatch) => change(index, { swatch: swatch === '' ? null : swatch })}
              />
            )}
            <TextInput
              aria-label={`Value ${index + 1} of ${label}`}
              maxLength={80}
              flex={1}
              value={value.value}
              onChange={(event) => change(index, { value: event.currentTarget.value })}
            />
            <Tools
              label={value.value || `value ${index + 1}`}
              first={index === 0}
              last={index === option.values.length - 1}
              small
              onMove={(by) => onChange({ ...option, values: moved(option.values, index, by) })}
              onRemove={() =>
                onChange({ ...option, values: option.values.filter((_value, each) => each !== index) })
              }
            />
          </li>
        ))}
      </ul>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={`New values of ${label}`}
          placeholder="S, M, L"
          flex={1}
          maw={320}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button
          variant="default"
          leftSection={<Plus size={16} />}
          disabled={typed.trim() === ''}
          onClick={add}
        >
          Add
        </Button>
      </Group>
    </div>
  );
}

interface ToolsProps {
  readonly label: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly small?: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function Tools({ label, first, last, small = false, onMove, onRemove }: ToolsProps) {
  const look = { variant: 'subtle', color: 'gray', size: 34 } as const;
  return (
    <Group gap={0} wrap="nowrap">
      <ActionIcon {...look} aria-label={`Move ${label} up`} disabled={first} onClick={() => onMove(-1)}>
        <ArrowUp size={16} />
      </ActionIcon>
      <ActionIcon {...look} aria-label={`Move ${label} down`} disabled={last} onClick={() => onMove(1)}>
        <ArrowDown size={16} />
      </ActionIcon>
      <ActionIcon {...look} aria-label={`Remove ${label}`} onClick={onRemove}>
        {small ? <X size={16} /> : <Trash2 size={16} />}
      </ActionIcon>
    </Group>
  );
}
