import { Grid, Skeleton, Stack } from '@mantine/core';

export function OrderPageSkeleton() {
  return (
    <div role="status" aria-label="Loading the order">
      <Skeleton h={32} w={220} mb={8} />
      <Skeleton h={18} w={260} mb="lg" />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="lg">
            <Skeleton h={320} radius="lg" />
            <Skeleton h={200} radius="lg" />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="lg">
            <Skeleton h={240} radius="lg" />
            <Skeleton h={180} radius="lg" />
          </Stack>
        </Grid.Col>
      </Grid>
    </div>
  );
}
