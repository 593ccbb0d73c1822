'use client';

import { AreaChart } from '@mantine/charts';
import { Text } from '@mantine/core';
import { formatMoney } from '@turing/domain';
import { count, formatCompactMoney, formatDay } from '../../lib/format.ts';
import type { Summary } from './figures.ts';
import classes from './revenue-chart.module.css';

export function RevenueChart({ summary, height }: { summary: Summary; height: number }) {
  const { currency, days } = summary;
  const renderTooltip = ({ label }: { label?: unknown }) => {
    const day = days.find(({ date }) => date === label);
    return day === undefined ? null : <DayTooltip day={day} currency={currency} />;
  };
  return (
    <AreaChart
      h={height}
      data={days}
      dataKey="date"
      series={[{ name: 'revenueMinor', label: 'Revenue', color: 'brand.5' }]}
      curveType="monotone"
      withDots={false}
      strokeWidth={2}
      fillOpacity={0.28}
      gridAxis="x"
      tickLine="none"
      yAxisProps={{ width: 56, tickFormatter: (minor: number) => formatCompactMoney(minor, currency) }}
      xAxisProps={{ tickFormatter: formatDay, minTickGap: 40 }}
      tooltipAnimationDuration={120}
      role="img"
      aria-label={`Revenue of each of the last ${days.length} days`}
      tooltipProps={{ content: renderTooltip }}
    />
  );
}

interface DayTooltipProps {
  readonly day: Summary['days'][number];
  readonly currency: Summary['currency'];
}

function DayTooltip({ day, currency }: DayTooltipProps) {
  return (
    <div className={classes.tooltip}>
      <Text size="xs" c="dimmed">
        {formatDay(day.date)}
      </Text>
      <Text size="sm" fw={600} className="tabular">
        {formatMoney({ amountMinor: day.revenueMinor, currency })}
      </Text>
      <Text size="xs">{count(day.orders, 'order')}</Text>
    </div>
  );
}
