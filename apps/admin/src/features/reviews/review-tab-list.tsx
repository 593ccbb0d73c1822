import { Badge, ScrollArea, Tabs } from '@mantine/core';
import type { ReviewCounts } from './review.ts';
import classes from './reviews.module.css';

const tabs = [
  { value: 'pending', label: 'Waiting' },
  { value: 'approved', label: 'Approved' },
  { value: 'rejected', label: 'Rejected' },
] as const;

export function ReviewTabList({ counts }: { counts: ReviewCounts | undefined }) {
  return (
    <ScrollArea type="never" scrollbars="x">
      <Tabs.List className={classes.tabs} aria-label="Reviews by state">
        {tabs.map(({ value, label }) => (
          <Tabs.Tab
            key={value}
            value={value}
            className={classes.tab}
            rightSection={
              counts === undefined ? null : (
                <Badge size="sm" color={value === 'pending' && counts.pending > 0 ? 'orange' : 'gray'}>
                  {counts[value].toLocaleString('en-US')}
                </Badge>
              )
            }
          >
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </ScrollArea>
  );
}
