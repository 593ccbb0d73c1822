import { Group, Skeleton, Text } from '@mantine/core';
import { ArrowDownRight, ArrowUpRight } from 'lucide-react';
import { type Figure, formatChange } from './figures.ts';
import classes from './revenue.module.css';

interface FigureViewProps {
  readonly label: string;
  readonly figure: Figure | undefined;
  readonly format: (value: number) => string;
}

export function FigureView({ label, figure, format }: FigureViewProps) {
  return (
    <div className={classes.figure}>
      <Text size="sm" c="dimmed" mb={4}>
        {label}
      </Text>
      {figure ? (
        <Group gap="xs" align="baseline">
          <span className={classes.value}>{format(figure.now)}</span>
          <Change change={figure.change} />
        </Group>
      ) : (
        <Skeleton h={30} w={120} />
      )}
    </div>
  );
}

function Change({ change }: { change: number | null }) {
  if (change === null) return null;
  const down = change < 0;
  const Icon = down ? ArrowDownRight : ArrowUpRight;
  return (
    <span className={classes.change} data-direction={down ? 'down' : 'up'}>
      <Icon size={14} aria-hidden />
      {formatChange(change)}
    </span>
  );
}
