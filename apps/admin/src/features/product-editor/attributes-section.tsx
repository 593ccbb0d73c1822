'use client';

import { MultiSelect, NumberInput, Select, SimpleGrid, Text, Textarea } from '@mantine/core';
import { Section } from '../../components/section.tsx';
import type { ProductChoices } from './product.ts';
import type { DetailsFormState } from './use-details-form.ts';

type Attribute = ProductChoices['attributes'][number];

interface AttributesSectionProps {
  readonly form: DetailsFormState;
  readonly attributes: readonly Attribute[];
}

/** What the product is described and filtered by; the attributes themselves have a page of their own. */
export function AttributesSection({ form, attributes }: AttributesSectionProps) {
  return (
    <Section title="Attributes">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {attributes.length === 0 && (
          <Text size="sm" c="dimmed">
            The catalogue has no attributes yet.
          </Text>
        )}
        {attributes.map((attribute) =>
          attribute.kind === 'number' || attribute.kind === 'text' ? (
            <PropertyField key={attribute.id} form={form} attribute={attribute} />
          ) : (
            <ValuesField key={attribute.id} form={form} attribute={attribute} />
          ),
        )}
      </SimpleGrid>
    </Section>
  );
}

interface FieldProps {
  readonly form: DetailsFormState;
  readonly attribute: Attribute;
}

// Mantine keeps 100 px for typing, which leaves an empty line below one pill.
const narrowField = { inputField: { minWidth: 48 } };

function ValuesField({ form, attribute: { name, kind, values } }: FieldProps) {
  const own = new Set(values.map(({ id }) => id));
  const chosen = form.values.attributeValueIds.filter((id) => own.has(id));
  const data = values.map(({ id, label }) => ({ value: id, label }));

  function choose(ids: readonly string[]): void {
    const others = form.values.attributeValueIds.filter((id) => !own.has(id));
    form.setFieldValue('attributeValueIds', [...others, ...ids]);
  }

  if (kind === 'boolean') {
    return (
      <Select
        label={name}
        placeholder="Not said"
        clearable
        data={data}
        value={chosen[0] ?? null}
        onChange={(id) => choose(id === null ? [] : [id])}
      />
    );
  }
  return (
    <MultiSelect
      label={name}
      searchable
      clearable
      limit={100}
      comboboxProps={{ keepMounted: false }}
      styles={narrowField}
      data={data}
      value={chosen}
      onChange={choose}
    />
  );
}

function PropertyField({ form, attribute: { id, name, kind, unit } }: FieldProps) {
  const value = form.values.properties[id] ?? '';
  const change = (next: string | number) =>
    form.setFieldValue('properties', { ...form.values.properties, [id]: next });
  if (kind === 'text') {
    return (
      <Textarea
        label={name}
        autosize
        maxLength={2000}
        value={String(value)}
        onChange={(event) => change(event.currentTarget.value)}
      />
    );
  }
  return (
    <NumberInput
      label={name}
      {...(unit === null ? {} : { suffix: ` ${unit}` })}
      value={value}
      onChange={change}
      hideControls
    />
  );
}
