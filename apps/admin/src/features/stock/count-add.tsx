'use client';

import { Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { SearchInput } from '../../components/search-input.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import classes from './count.module.css';
import type { CountMode } from './count-rows.ts';
import { formatUnits } from './stock.ts';
import type { useCountSheet } from './use-count-sheet.ts';

interface CountAddProps {
  readonly sheet: ReturnType<typeof useCountSheet>;
  readonly locationId: string;
  readonly mode: CountMode;
}

/** Two ways for rows to come into the sheet. */
export function CountAdd(props: CountAddProps) {
  const [way, setWay] = useState('paste');
  return (
    <Section
      title="Add variants"
      aside={
        <SegmentedControl
          size="xs"
          aria-label="How to add variants"
          data={[
            { value: 'paste', label: 'Paste' },
            { value: 'find', label: 'Find' },
          ]}
          value={way}
          onChange={setWay}
        />
      }
    >
      {way === 'paste' ? <PasteForm {...props} /> : <FindForm {...props} />}
    </Section>
  );
}

function PasteForm({ sheet, mode }: CountAddProps) {
  const [text, setText] = useState('');
  return (
    <Stack gap="sm">
      <Textarea
        label="Rows of a spreadsheet"
        description="The SKU in the first column, the number in the last. At most 1,000 rows."
        placeholder={mode === 'set' ? 'MUG-OAT-S\t12\nMUG-OAT-L\t0' : 'MUG-OAT-S\t24\nMUG-OAT-L\t-2'}
        minRows={4}
        maxRows={12}
        autosize
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button
          variant="default"
          loading={sheet.reading}
          disabled={text.trim() === ''}
          onClick={() =>
            void sheet.read(text).then(
              () => setText(''),
              () => undefined,
            )
          }
        >
          Look up
        </Button>
      </Group>
    </Stack>
  );
}

const mostFound = 100;

function FindForm({ sheet, locationId }: CountAddProps) {
  const trpc = useTRPC();
  const [query, setQuery] = useState('');
  const levels = useQuery(
    trpc.products.staff.stock.levels.queryOptions(
      { query, locationId, includeEmpty: true, limit: mostFound },
      { enabled: query !== '' },
    ),
  );
  const listed = new Set(sheet.rows.map(({ variantId }) => variantId));
  const found = (levels.data?.items ?? []).filter(({ variantId }) => !listed.has(variantId));
  const more = levels.data?.nextCursor != null;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <SearchInput label="Find by SKU, barcode or product" value={query} onChange={setQuery} />
        {query !== '' && found.length > 0 && (
          <Button variant="default" onClick={() => sheet.add(found)}>
            Add {more ? `the first ${found.length}` : `all ${found.length}`}
          </Button>
        )}
      </Group>
      {query !== '' && levels.isSuccess && found.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {listed.size > 0 ? 'Nothing else is called that.' : 'No variant is called that.'}
        </Text>
      )}
      {query !== '' && found.length > 0 && (
        <ul className={classes.found} aria-label="Found variants">
          {found.slice(0, 8).map((level) => (
            <li key={level.variantId}>
              <div>
                <Text size="sm" truncate>
                  {level.productName}, {level.variantName}
                </Text>
                <Text size="xs" c="dimmed" truncate>
                  {level.sku} · {formatUnits(level.onHand)} on hand
                </Text>
              </div>
              <Button
                variant="default"
                size="xs"
                leftSection={<Plus size={14} aria-hidden />}
                aria-label={`Add ${level.sku}`}
                onClick={() => sheet.add([level])}
              >
                Add
              </Button>
            </li>
          ))}
        </ul>
      )}
      {query !== '' && found.length > 8 && (
        <Text size="sm" c="dimmed">
          And {count(found.length - 8, 'variant')} {more ? 'or more besides' : 'besides'}.
        </Text>
      )}
    </Stack>
  );
}
