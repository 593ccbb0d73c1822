import { Box, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './entrance-card.module.css';
import { ThemeToggle } from './theme-toggle.tsx';
import { Wordmark } from './wordmark.tsx';

interface EntranceCardProps {
  readonly title: string;
  readonly description: ReactNode;
  readonly footnote?: ReactNode;
  readonly children: ReactNode;
}

/** What people see who are not inside the console yet. */
export function EntranceCard({ title, description, footnote, children }: EntranceCardProps) {
  return (
    <Box className={classes.page}>
      <Box pos="absolute" top={16} right={16}>
        <ThemeToggle />
      </Box>
      <Stack component="main" className={classes.column} gap="xl">
        <Wordmark />
        <Paper className={classes.card} withBorder radius="lg" shadow="sm">
          <Stack gap={4} mb="lg">
            <Title order={1} fz={24} lts="-0.015em">
              {title}
            </Title>
            <Text c="dimmed" size="sm" component="div">
              {description}
            </Text>
          </Stack>
          {children}
        </Paper>
        {footnote !== undefined && (
          <Text size="xs" c="dimmed" ta="center" component="div">
            {footnote}
          </Text>
        )}
      </Stack>
    </Box>
  );
}
