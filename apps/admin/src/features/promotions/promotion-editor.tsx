'use client';

import { Button, Grid, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import { Problem } from '../../components/problem.tsx';
import { Section } from '../../components/section.tsx';
import { BenefitFields } from './benefit-fields.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { LimitFields, StackingFields } from './limit-fields.tsx';
import { PromotionSummary } from './promotion-summary.tsx';
import type { PromotionValues } from './promotion-values.ts';
import classes from './promotions.module.css';
import { ScopeFields } from './scope-fields.tsx';

interface PromotionEditorProps {
  readonly form: UseFormReturnType<PromotionValues>;
  readonly known: readonly { readonly id: string; readonly name: string }[];
  readonly isNew: boolean;
  readonly problem: string | null;
  readonly busy: boolean;
  readonly onSave: (values: PromotionValues) => void;
  /** Below the terms. */
  readonly children?: ReactNode;
}

/** Everything a promotion can be, beside what it comes to in words and on a cart. */
export function PromotionEditor(props: PromotionEditorProps) {
  const { form, known, isNew, problem, busy, onSave, children } = props;
  const [names, setNames] = useState(() => new Map(known.map(({ id, name }) => [id, name])));
  const onName = (id: string, name: string) => {
    if (name !== '') setNames((before) => new Map(before).set(id, name));
  };
  const values = form.getValues();
  const fields = { form, names, onName };
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <form onSubmit={form.onSubmit(onSave)} noValidate>
          <Stack gap="lg">
            <Problem sentence={problem} />
            <Section title="What it gives">
              <Stack>
                <TextInput
                  label="Name"
                  description="Shoppers see it in their cart and on their order."
                  placeholder="20 % off lamps"
                  maxLength={80}
                  {...form.getInputProps('name')}
                />
                {isNew && <WayFields form={form} />}
                <BenefitFields {...fields} />
              </Stack>
            </Section>
            <Section title={values.kind === 'buy_x_get_y' ? 'Items to buy' : 'Items'}>
              <Stack>
                <SegmentedControl
                  aria-label="Which items"
                  data={[
                    { value: 'all', label: 'Every item' },
                    { value: 'some', label: 'Some items' },
                  ]}
                  value={values.isEverything ? 'all' : 'some'}
                  onChange={(value) => form.setFieldValue('isEverything', value === 'all')}
                />
                {!values.isEverything && (
                  <ScopeFields
                    what="Items"
                    scope={values.scope}
                    names={names}
                    error={form.errors.scope}
                    onChange={(scope) => form.setFieldValue('scope', scope)}
                    onName={onName}
                  />
                )}
              </Stack>
            </Section>
            <Section title="Conditions">
              <ConditionFields {...fields} />
            </Section>
            <Section title="When and how often">
              <LimitFields form={form} />
            </Section>
            <Section title="With other promotions">
              <StackingFields form={form} />
            </Section>
            <Group justify="flex-end" gap="xs">
              {!isNew && (
                <Button variant="default" disabled={!form.isDirty()} onClick={form.reset}>
                  Discard
                </Button>
              )}
              <Button type="submit" disabled={!isNew && !form.isDirty()} loading={busy}>
                {isNew ? 'Create promotion' : 'Save'}
              </Button>
            </Group>
          </Stack>
        </form>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <div className={classes.sticky}>
          <PromotionSummary values={values} names={names} />
          {children}
        </div>
      </Grid.Col>
    </Grid>
  );
}

/** How shoppers get it: chosen once. */
function WayFields({ form }: Pick<PromotionEditorProps, 'form'>) {
  const { automatic } = form.getValues();
  return (
    <Stack gap={6}>
      <SegmentedControl
        aria-label="How shoppers get it"
        data={[
          { value: 'code', label: 'With a code' },
          { value: 'automatic', label: 'By itself' },
        ]}
        value={automatic ? 'automatic' : 'code'}
        onChange={(value) => form.setFieldValue('automatic', value === 'automatic')}
      />
      {automatic ? (
        <Text size="sm" c="dimmed">
          It applies to every cart that meets its conditions.
        </Text>
      ) : (
        <TextInput
          label="Code"
          description="Leave it empty to generate many codes afterwards."
          placeholder="LAMPS20"
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          classNames={{ input: classes.code }}
          {...form.getInputProps('code')}
          onChange={(event) => form.setFieldValue('code', event.currentTarget.value.toUpperCase())}
        />
      )}
    </Stack>
  );
}
