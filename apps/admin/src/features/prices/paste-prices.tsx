'use client';

import { Alert, Button, Stack, Text, Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { Currency } from '@turing/domain';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { Problem } from '../../components/problem.tsx';
import { count, few } from '../../lib/format.ts';
import type { PriceList } from './price-list.ts';
import { PriceSample } from './price-sample.tsx';
import type { CheckedPaste } from './use-matched-skus.ts';
import { usePaste } from './use-paste.ts';

const modalId = 'paste-prices';

export function openPastePrices(list: PriceList, currency: Currency): void {
  modals.open({
    modalId,
    title: `Paste prices in ${currency}`,
    size: 'lg',
    children: <PastePricesForm list={list} currency={currency} />,
  });
}

function PastePricesForm({ list, currency }: { list: PriceList; currency: Currency }) {
  const [text, setText] = useState('');
  const paste = usePaste(list, currency, () => modals.close(modalId));
  const { checked, problem } = paste;
  return (
    <Stack>
      <Problem sentence={problem} />
      <Textarea
        label="Rows of a spreadsheet"
        description="The SKU in the first column, the price in the last. A SKU alone takes its price off the list. At most 1,000 rows."
        placeholder={'MUG-OAT-S\t18.50\nMUG-OAT-L\t22.50'}
        minRows={6}
        maxRows={14}
        autosize
        data-autofocus
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          paste.forget();
        }}
      />
      {checked !== null && <PasteReport checked={checked} />}
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(modalId)}>
          Not now
        </Button>
        {checked === null ? (
          <Button disabled={text.trim() === ''} loading={paste.busy} onClick={() => paste.check(text)}>
            Check
          </Button>
        ) : (
          <Button disabled={checked.found.length === 0} loading={paste.busy} onClick={paste.apply}>
            Set {count(checked.found.length, 'price')}
          </Button>
        )}
      </ModalActions>
    </Stack>
  );
}

function PasteReport({ checked: { found, unknown, wrong } }: { checked: CheckedPaste }) {
  return (
    <Stack gap="sm" role="status">
      {(unknown.length > 0 || wrong.length > 0) && (
        <Alert color="yellow" icon={<TriangleAlert size={18} />} title="Some rows are left out">
          {unknown.length > 0 && <Text size="sm">No variant has the SKU {few(unknown)}.</Text>}
          {wrong.length > 0 && <Text size="sm">No price in line {few(wrong.map(String))}.</Text>}
        </Alert>
      )}
      {found.length > 0 && <PriceSample variants={found.slice(0, 8)} />}
      {found.length > 8 && (
        <Text size="sm" c="dimmed">
          And {found.length - 8} more.
        </Text>
      )}
    </Stack>
  );
}
