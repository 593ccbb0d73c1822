import { Card, Text } from '@mantine/core';
import classes from './import-figures.module.css';
import type { ImportRun } from './transfer.ts';

/** The four outcomes of a run in numbers. */
export function ImportFigures({ run }: { run: ImportRun }) {
  const figures = [
    { label: run.dryRun ? 'Would be created' : 'Created', value: run.createdCount },
    { label: run.dryRun ? 'Would be updated' : 'Updated', value: run.updatedCount },
    { label: 'Unchanged', value: run.unchangedCount },
    {
      label: run.dryRun ? 'Would be refused' : 'Refused',
      value: run.failedCount,
      isBad: run.failedCount > 0,
    },
  ];
  return (
    <Card padding={0}>
      <dl className={classes.figures}>
        {figures.map(({ label, value, isBad = false }) => (
          <div key={label} className={classes.figure}>
            <Text component="dt" size="sm" c="dimmed">
              {label}
            </Text>
            <Text
              component="dd"
              fz={26}
              fw={600}
              lh={1.3}
              className="tabular"
              {...(isBad ? { c: 'red' } : {})}
            >
              {value.toLocaleString('en-US')}
            </Text>
          </div>
        ))}
      </dl>
    </Card>
  );
}
