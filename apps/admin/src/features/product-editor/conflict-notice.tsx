'use client';

import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { GitMerge } from 'lucide-react';
import { Ago } from '../../components/moment.tsx';
import { humanise } from '../../lib/format.ts';
import { changedFields, fieldLabels, type ProductFormValues, toFormValues } from './product-form-values.ts';
import type { StaffProduct } from './product.ts';

interface ConflictNoticeProps {
  readonly base: StaffProduct;
  readonly latest: StaffProduct;
  readonly values: ProductFormValues;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Somebody saved while this form was open: both versions side by side, and the two ways to go on. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { base, latest, values, onKeepMine, onTakeTheirs } = props;
  const theirs = toFormValues(latest);
  const mine = changedFields(toFormValues(base), values);
  return (
    <Alert
      color="orange"
      role="alert"
      mb="lg"
      icon={<GitMerge size={18} />}
      title={`You edited version ${base.version}; the product is at version ${latest.version} by now`}
    >
      <Stack gap="sm">
        <Text size="sm">
          Somebody saved it <Ago at={latest.updatedAt} />. Nothing you typed is lost.
        </Text>
        <Table.ScrollContainer minWidth={420}>
          <Table aria-label="Your changes and what is saved by now" verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Field</Table.Th>
                <Table.Th>Yours</Table.Th>
                <Table.Th>Saved by now</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {mine.map((name) => (
                <Table.Tr key={name}>
                  <Table.Td>{fieldLabels[name]}</Table.Td>
                  <Table.Td>
                    <Shown value={values[name]} />
                  </Table.Td>
                  <Table.Td>
                    <Shown value={theirs[name]} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group gap="xs">
          <Button onClick={onKeepMine}>Keep my text on version {latest.version}</Button>
          <Button variant="default" onClick={onTakeTheirs}>
            Discard mine
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function Shown({ value }: { value: ProductFormValues[keyof ProductFormValues] }) {
  return (
    <Text size="sm" lineClamp={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {sentenceOf(value) || '—'}
    </Text>
  );
}

function sentenceOf(value: ProductFormValues[keyof ProductFormValues]): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value))
    return value.length > 0 && isId(value[0]) ? `${value.length} chosen` : value.join(', ');
  if (typeof value === 'object' && value !== null) return Object.values(value).join(', ');
  if (value === 'draft' || value === 'active' || value === 'archived') return humanise(value);
  return isId(value) ? 'Another choice' : (value ?? '');
}

function isId(text: string | null | undefined): boolean {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/u.test(text ?? '');
}
