import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { type PercentValues, targetKinds } from './percent-values.ts';

interface TargetFieldsProps extends Pick<PercentValues, 'kind' | 'chosen'> {
  readonly onChange: (change: Partial<PercentValues>) => void;
}

/** Which products: all, or those of one category, collection, brand or tag. */
export function TargetFields({ kind, chosen, onChange }: TargetFieldsProps) {
  const trpc = useTRPC();
  const targets = useQuery(trpc.products.staff.priceLists.targets.queryOptions());
  const choices = {
    all: [],
    category: (targets.data?.categories ?? []).map(({ id, name, path }) => ({
      value: id,
      label: `${'  '.repeat(path.split('/').length - 1)}${name}`,
    })),
    collection: (targets.data?.collections ?? []).map(({ id, name }) => ({ value: id, label: name })),
    brand: targets.data?.brands ?? [],
    tag: targets.data?.tags ?? [],
  }[kind];
  const label = targetKinds.find(({ value }) => value === kind)?.label.replace(/^An? /u, '') ?? '';
  return (
    <Group grow align="flex-start" preventGrowOverflow={false}>
      <Select
        label="Products"
        allowDeselect={false}
        miw={150}
        data={targetKinds}
        value={kind}
        onChange={(value) => value !== null && onChange({ kind: value, chosen: null })}
      />
      {kind !== 'all' && (
        <Select
          label={`Which ${label}`}
          placeholder={choices.length === 0 ? 'There are none' : 'Choose'}
          description={kind === 'category' ? 'With all that is below it.' : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          searchable
          miw={190}
          limit={200}
          data={choices}
          value={chosen}
          onChange={(value) => onChange({ chosen: value })}
        />
      )}
    </Group>
  );
}
