'use client';

import { Button, Group, Radio, Stack, Switch, TagsInput, TextInput } from '@mantine/core';
import { schemaResolver, useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useFormWrite } from '../../lib/use-form-write.ts';
import { type Attribute, attributeKinds, type AttributeKind } from './attribute.ts';
import { useAttributeRefresh } from './use-attribute-writes.ts';

const schema = z.object({
  name: z.string().trim().min(1, 'An attribute needs a name'),
  kind: z.enum(['choice', 'boolean', 'number', 'text']),
  unit: z.string().max(12, 'At most 12 characters'),
  filterable: z.boolean(),
  values: z.array(z.string()),
});

type Values = z.infer<typeof schema>;

interface AttributeFormProps {
  /** Null: a new one. */
  readonly attribute: Attribute | null;
  readonly onClose: () => void;
}

export function AttributeForm({ attribute, onClose }: AttributeFormProps) {
  const { save, pending, problem } = useSave({ attribute, onClose });
  const form = useForm<Values>({
    initialValues: {
      name: attribute?.name ?? '',
      kind: attribute?.kind ?? 'choice',
      unit: attribute?.unit ?? '',
      filterable: attribute?.filterable ?? true,
      values: [],
    },
    validate: schemaResolver(schema, { sync: true }),
  });
  const { kind } = form.values;
  return (
    <form onSubmit={form.onSubmit(save)} noValidate>
      <Stack>
        <Problem sentence={problem} />
        <TextInput label="Name" maxLength={80} required data-autofocus {...form.getInputProps('name')} />
        {attribute === null && <KindChoice form={form} />}
        {kind === 'number' && (
          <TextInput
            label="Unit"
            description="Such as cm, g or W."
            maw={160}
            {...form.getInputProps('unit')}
          />
        )}
        {kind === 'choice' && attribute === null && (
          <TagsInput
            label="Values"
            description="In order. Enter or comma ends one; more can be added later."
            maxTags={200}
            {...form.getInputProps('values')}
          />
        )}
        {kind !== 'text' && (
          <Switch
            label="Shoppers can filter by it"
            {...form.getInputProps('filterable', { type: 'checkbox' })}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {attribute === null ? 'Cancel' : 'Close'}
          </Button>
          <Button type="submit" loading={pending} disabled={attribute !== null && !form.isDirty()}>
            {attribute === null ? 'Create attribute' : 'Save'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function KindChoice({ form }: { form: UseFormReturnType<Values> }) {
  return (
    <Radio.Group label="Kind" description="It cannot be changed later." {...form.getInputProps('kind')}>
      <Stack gap="xs" mt="xs">
        {(Object.keys(attributeKinds) as AttributeKind[]).map((kind) => (
          <Radio
            key={kind}
            value={kind}
            label={attributeKinds[kind].label}
            description={attributeKinds[kind].hint}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function useSave({ attribute, onClose }: AttributeFormProps) {
  const trpc = useTRPC();
  const { idempotencyKey, problem, outcome } = useFormWrite({
    done: attribute === null ? 'Attribute created' : 'Attribute saved',
    refresh: useAttributeRefresh(),
    onClose,
  });
  const create = useMutation(trpc.products.staff.attributes.create.mutationOptions(outcome));
  const update = useMutation(trpc.products.staff.attributes.update.mutationOptions(outcome));

  function save({ name, kind, values, filterable, ...rest }: Values): void {
    const unit = kind === 'number' ? rest.unit.trim() || null : null;
    if (attribute === null) {
      const own = kind === 'choice' ? values : [];
      create.mutate({
        name,
        kind,
        unit,
        values: own,
        filterable: filterable && kind !== 'text',
        idempotencyKey,
      });
    } else {
      const { id, version } = attribute;
      update.mutate({ id, version, changes: { name, unit, filterable }, idempotencyKey });
    }
  }

  return { save, pending: create.isPending || update.isPending, problem };
}
