import { Box, Paper, Stack, Text, Title } from '@mantine/core';
import { Suspense } from 'react';
import { ThemeToggle } from '../../components/theme-toggle.tsx';
import { Wordmark } from '../../components/wordmark.tsx';
import classes from './sign-in-card.module.css';
import { SignInForm } from './sign-in-form.tsx';

export function SignInCard() {
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
              Sign in
            </Title>
            <Text c="dimmed" size="sm">
              Orders, products and stock, for the people who run the shop.
            </Text>
          </Stack>
          <Suspense>
            <SignInForm />
          </Suspense>
        </Paper>
        <Text size="xs" c="dimmed" ta="center">
          No account, or a forgotten password? Ask an owner of the shop.
        </Text>
      </Stack>
    </Box>
  );
}
