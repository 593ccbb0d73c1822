'use client';

import { Group, SegmentedControl, Tabs } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { ClickReport } from './click-report.tsx';
import { PopularReport, ZeroReport } from './query-reports.tsx';
import { lastDays, type ReportRange } from './report-range.ts';
import classes from './search.module.css';

const spans = ['7', '30', '90', '365'] as const;

export function ReportsTab() {
  const [span, setSpan] = useState('30');
  const [range, setRange] = useState<ReportRange>(() => lastDays(30));

  function choose(days: string): void {
    setSpan(days);
    setRange(lastDays(Number(days)));
  }

  return (
    <Tabs defaultValue="popular" variant="pills" keepMounted={false}>
      <div className={classes.bar}>
        <Tabs.List>
          <Tabs.Tab value="popular">Popular</Tabs.Tab>
          <Tabs.Tab value="zero">Without results</Tabs.Tab>
          <Tabs.Tab value="clicks">Click-through</Tabs.Tab>
        </Tabs.List>
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label="Days"
            value={span}
            onChange={choose}
            data={spans.map((days) => ({ value: days, label: days === '365' ? '1 year' : `${days} days` }))}
          />
          <DayRange
            range={range}
            onChange={(chosen) => {
              setSpan('');
              setRange(chosen);
            }}
          />
        </Group>
      </div>
      <Tabs.Panel value="popular">
        <PopularReport range={range} />
      </Tabs.Panel>
      <Tabs.Panel value="zero">
        <ZeroReport range={range} />
      </Tabs.Panel>
      <Tabs.Panel value="clicks">
        <ClickReport range={range} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** Half a range waits here until its other end is chosen. */
function DayRange({ range, onChange }: { range: ReportRange; onChange: (range: ReportRange) => void }) {
  const [half, setHalf] = useState<string | null>(null);
  return (
    <DatePickerInput
      type="range"
      size="xs"
      aria-label="Between"
      leftSection={<CalendarDays size={14} aria-hidden />}
      valueFormat="D MMM YYYY"
      allowSingleDateInRange
      value={half === null ? [range.from, range.to] : [half, null]}
      onChange={([from, to]) => {
        setHalf(to === null ? from : null);
        if (from !== null && to !== null) onChange({ from, to });
      }}
    />
  );
}
