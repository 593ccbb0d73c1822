'use client';

import { Box, Card, Skeleton, Text, Title } from '@mantine/core';
import { formatMoney } from '@turing/domain';
import dynamic from 'next/dynamic';
import { figuresOf, type Summary } from './figures.ts';
import { FigureView } from './figure-view.tsx';
import classes from './revenue.module.css';

const chartHeight = 260;

const RevenueChart = dynamic(() => import('./revenue-chart.tsx').then((module) => module.RevenueChart), {
  ssr: false,
  loading: () => <Skeleton h={chartHeight} />,
});

export function Revenue({ summary }: { summary: Summary | undefined }) {
  const figures = summary && figuresOf(summary);
  const currency = summary?.currency ?? 'USD';
  const money = (amountMinor: number): string => formatMoney({ amountMinor, currency });
  return (
    <Card padding={0} component="section" aria-labelledby="revenue-title">
      <Box className={classes.head}>
        <Title order={2} fz="md" id="revenue-title">
          Last 30 days
        </Title>
        <Text size="xs" c="dimmed">
          Paid orders in {currency}, beside the 30 days before
        </Text>
      </Box>
      <div className={classes.figures}>
        <FigureView label="Revenue" figure={figures?.revenueMinor} format={money} />
        <FigureView
          label="Orders"
          figure={figures?.orders}
          format={(orders) => orders.toLocaleString('en-US')}
        />
        <FigureView label="Average order" figure={figures?.averageMinor} format={money} />
      </div>
      <Box p={{ base: 'sm', sm: 'lg' }} pt="lg">
        {summary ? <RevenueChart summary={summary} height={chartHeight} /> : <Skeleton h={chartHeight} />}
      </Box>
    </Card>
  );
}
