import { Badge, ScrollArea, Tabs } from '@mantine/core';
import { Users } from 'lucide-react';
import classes from './order-list.module.css';
import type { CountedView } from './use-order-views.ts';

export function OrderTabList({ views }: { views: readonly CountedView[] }) {
  return (
    <ScrollArea type="never" scrollbars="x" flex={1} miw={0}>
      <Tabs.List className={classes.tabs} aria-label="Views">
        {views.map(({ key, label, count, saved }) => (
          <Tabs.Tab
            key={key}
            value={key}
            className={classes.tab}
            leftSection={saved?.shared === true ? <Users size={14} aria-label="Shared" /> : undefined}
            rightSection={
              count === null || count === '0' ? undefined : (
                <Badge size="sm" color="gray" className="tabular">
                  {count}
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
