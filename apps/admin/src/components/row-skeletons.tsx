import { Skeleton, Stack } from '@mantine/core';

/** What a list looks like while its first page is on the way. */
export function RowSkeletons({ rows = 8, height = 40 }: { rows?: number; height?: number }) {
  return (
    <Stack p="md" gap="sm" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_row, index) => (
        <Skeleton key={index} h={height} radius="md" />
      ))}
    </Stack>
  );
}
