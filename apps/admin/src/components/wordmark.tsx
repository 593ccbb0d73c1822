import { Box, Group, Text } from '@mantine/core';
import classes from './wordmark.module.css';

export function Wordmark() {
  return (
    <Group gap={10} wrap="nowrap">
      <Box className={classes.mark} aria-hidden>
        <svg viewBox="0 0 32 32" width="100%" height="100%">
          <path d="M8.5 9.5h15v3.6h-5.6V23.5h-3.8V13.1H8.5z" fill="currentColor" />
        </svg>
      </Box>
      <div>
        <Text fw={600} size="sm" lh={1.25}>
          Turing Goods
        </Text>
        <Text size="xs" c="dimmed" lh={1.25}>
          Console
        </Text>
      </div>
    </Group>
  );
}
