import { ScrollArea, Tabs } from '@mantine/core';
import type { OrderState } from '@turing/domain';
import classes from './order-list.module.css';

const tabs = [
  { value: 'all', label: 'All' },
  { value: 'confirmed', label: 'To ship' },
  { value: 'pending', label: 'Awaiting payment' },
  { value: 'shipped', label: 'Shipped' },
  { value: 'cancelled', label: 'Cancelled' },
] as const satisfies readonly { value: OrderState | 'all'; label: string }[];

/** The tab that shows a status; `other` for one that only the filter offers. */
export function tabOf(status: OrderState | null): string {
  if (status === null) return 'all';
  return tabs.some(({ value }) => value === status) ? status : 'other';
}

export function OrderTabList() {
  return (
    <ScrollArea type="never" scrollbars="x">
      <Tabs.List className={classes.tabs} aria-label="Quick views">
        {tabs.map(({ value, label }) => (
          <Tabs.Tab key={value} value={value} className={classes.tab}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </ScrollArea>
  );
}
