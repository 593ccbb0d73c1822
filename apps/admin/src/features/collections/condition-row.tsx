'use client';

import { ActionIcon, Select } from '@mantine/core';
import { X } from 'lucide-react';
import type { Choices } from './collection.ts';
import { ConditionValue } from './condition-value.tsx';
import { changeField, type Draft, type Field, fields } from './rule-draft.ts';
import classes from './rules.module.css';

interface ConditionRowProps {
  readonly draft: Draft;
  readonly number: number;
  readonly choices: Choices;
  readonly onChange: (draft: Draft) => void;
  /** Undefined: it is the only one. */
  readonly onRemove: (() => void) | undefined;
}

const fieldData = (Object.keys(fields) as Field[]).map((value) => ({ value, label: fields[value].label }));

/** One condition in plain words: what, how, and against which value. */
export function ConditionRow({ draft, number, choices, onChange, onRemove }: ConditionRowProps) {
  const operators = Object.entries(fields[draft.field].operators).map(([value, label]) => ({ value, label }));
  return (
    <div className={classes.condition} role="group" aria-label={`Condition ${number}`}>
      <Select
        aria-label="What"
        data={fieldData}
        value={draft.field}
        allowDeselect={false}
        maxDropdownHeight={400}
        onChange={(field) => field !== null && onChange(changeField(draft, field))}
        className={classes.field}
      />
      <Select
        aria-label="How"
        data={operators}
        value={draft.operator}
        allowDeselect={false}
        onChange={(operator) => operator !== null && onChange({ ...draft, operator })}
        className={classes.operator}
      />
      <div className={classes.value}>
        <ConditionValue draft={draft} choices={choices} onChange={onChange} />
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`Remove condition ${number}`}
        disabled={onRemove === undefined}
        onClick={onRemove}
        className={classes.remove}
      >
        <X size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}
