import { Card, Group, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  /** Whether the content brings its own padding. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, aside, flush = false, children }: SectionProps) {
  const id = useId();
  return (
    <Card padding={0} component="section" aria-labelledby={id}>
      <Group justify="space-between" className={classes.head} wrap="nowrap">
        <Title order={2} fz="md" id={id}>
          {title}
        </Title>
        {aside}
      </Group>
      {flush ? children : <div className={classes.body}>{children}</div>}
    </Card>
  );
}
