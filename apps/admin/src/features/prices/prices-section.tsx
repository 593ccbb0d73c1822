'use client';

import { Button, Group, Select, Switch } from '@mantine/core';
import { currencies, type Currency } from '@turing/domain';
import { ClipboardPaste, Percent } from 'lucide-react';
import { useState } from 'react';
import { SearchInput } from '../../components/search-input.tsx';
import { Section } from '../../components/section.tsx';
import { useStaff } from '../../lib/staff.tsx';
import { openPastePrices } from './paste-prices.tsx';
import { openPercentTool } from './percent-tool.tsx';
import { PriceGrid } from './price-grid.tsx';
import type { PriceList } from './price-list.ts';
import classes from './prices.module.css';

/** The prices of a list in one currency, and the ways to fill it. */
export function PricesSection({ list }: { list: PriceList }) {
  const [currency, setCurrency] = useState<Currency>('USD');
  const [query, setQuery] = useState('');
  const [wanted, setUnlisted] = useState<boolean | null>(null);
  const unlisted = wanted ?? list.priceCount === 0;
  const mayWrite = useStaff().permissions.includes('prices:write');
  return (
    <Section title="Prices" flush aside={mayWrite && <FillButtons list={list} currency={currency} />}>
      <div className={classes.tools}>
        <div className={classes.search}>
          <SearchInput label="Search product or SKU" value={query} onChange={setQuery} />
        </div>
        <Select
          aria-label="Currency"
          w={88}
          allowDeselect={false}
          data={[...currencies]}
          value={currency}
          onChange={(value) => value !== null && setCurrency(value)}
        />
        <Switch
          label="All variants"
          checked={unlisted}
          onChange={(event) => setUnlisted(event.currentTarget.checked)}
        />
      </div>
      <PriceGrid
        key={`${currency} ${unlisted} ${query}`}
        list={list}
        view={{ currency, query, unlisted }}
        readOnly={!mayWrite}
        onShowAll={() => setUnlisted(true)}
      />
    </Section>
  );
}

function FillButtons({ list, currency }: { list: PriceList; currency: Currency }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        size="xs"
        variant="default"
        leftSection={<Percent size={14} />}
        onClick={() => openPercentTool(list)}
      >
        Take % off
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<ClipboardPaste size={14} />}
        onClick={() => openPastePrices(list, currency)}
      >
        Paste
      </Button>
    </Group>
  );
}
