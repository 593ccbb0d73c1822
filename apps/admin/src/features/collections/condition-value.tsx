'use client';

import { Autocomplete, Group, NumberInput, Select, TextInput } from '@mantine/core';
import { currencies } from '@turing/domain';
import type { Choices } from './collection.ts';
import type { Draft } from './rule-draft.ts';

interface ConditionValueProps {
  readonly draft: Draft;
  readonly choices: Choices;
  readonly onChange: (draft: Draft) => void;
}

/** What a condition compares with. */
export function ConditionValue({ draft, choices, onChange }: ConditionValueProps) {
  const toText = (text: string) => onChange({ ...draft, text });
  switch (draft.field) {
    case 'tag':
    case 'brand':
      return (
        <Autocomplete
          aria-label="Value"
          placeholder={draft.field === 'tag' ? 'A tag' : 'A brand'}
          data={draft.field === 'tag' ? choices.tags : choices.brands}
          value={draft.text}
          onChange={toText}
          limit={50}
          maxLength={120}
        />
      );
    case 'title':
      return (
        <TextInput
          aria-label="Value"
          placeholder="A word or part of one"
          value={draft.text}
          onChange={(event) => toText(event.currentTarget.value)}
          maxLength={120}
        />
      );
    case 'category':
    case 'attribute':
      return (
        <Select
          aria-label="Value"
          placeholder={draft.field === 'category' ? 'A category' : 'A value'}
          searchable
          limit={200}
          data={draft.field === 'category' ? categoriesOf(choices) : valuesOf(choices)}
          value={draft.id}
          onChange={(id) => onChange({ ...draft, id })}
        />
      );
    case 'number':
    case 'price':
      return <Amount draft={draft} choices={choices} onChange={onChange} />;
    case 'rating':
    case 'published':
      return <Plain draft={draft} onChange={onChange} />;
    case 'onSale':
    case 'inStock':
    case 'featured':
      return null;
  }
}

function Amount({ draft, choices, onChange }: ConditionValueProps) {
  const numbers = choices.attributes.filter(({ kind }) => kind === 'number');
  const unit = numbers.find(({ id }) => id === draft.attributeId)?.unit ?? null;
  const isPrice = draft.field === 'price';
  return (
    <Group gap="xs" wrap="nowrap">
      {isPrice ? (
        <Select
          aria-label="Currency"
          data={[...currencies]}
          value={draft.currency}
          allowDeselect={false}
          onChange={(currency) => currency !== null && onChange({ ...draft, currency })}
          w={92}
        />
      ) : (
        <Select
          aria-label="Of"
          placeholder="A measure"
          data={numbers.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.attributeId}
          onChange={(attributeId) => onChange({ ...draft, attributeId })}
          flex={1}
        />
      )}
      <NumberInput
        aria-label="Value"
        placeholder={isPrice ? '50.00' : '20'}
        min={isPrice ? 0 : undefined}
        decimalScale={isPrice ? 2 : undefined}
        suffix={!isPrice && unit !== null ? ` ${unit}` : undefined}
        value={draft.number}
        onChange={(value) => onChange({ ...draft, number: toNumber(value) })}
        flex={1}
        miw={90}
      />
    </Group>
  );
}

function Plain({ draft, onChange }: Omit<ConditionValueProps, 'choices'>) {
  const isRating = draft.field === 'rating';
  return (
    <NumberInput
      aria-label="Value"
      placeholder={isRating ? '4.5' : '30'}
      min={1}
      max={isRating ? 5 : 3650}
      step={isRating ? 0.5 : 1}
      decimalScale={isRating ? 1 : 0}
      suffix={isRating ? ' of 5' : ' days'}
      value={draft.number}
      onChange={(value) => onChange({ ...draft, number: toNumber(value) })}
      maw={180}
    />
  );
}

function toNumber(value: string | number): number | '' {
  return typeof value === 'number' && Number.isFinite(value) ? value : '';
}

function categoriesOf({ categories }: Choices) {
  return categories.map(({ id, label }) => ({ value: id, label }));
}

function valuesOf({ attributes }: Choices) {
  return attributes
    .filter(({ values }) => values.length > 0)
    .map(({ name, values }) => ({
      group: name,
      items: values.map(({ id, label }) => ({ value: id, label: `${name}: ${label}` })),
    }));
}
