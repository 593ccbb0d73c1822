import { Skeleton, Stack, Text } from '@mantine/core';
import type { RouterOutputs } from '@turing/client';
import { count } from '../../lib/format.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { PriceSample } from './price-sample.tsx';

type Preview = RouterOutputs['products']['staff']['priceLists']['previewPercent'];

interface PercentPreviewProps {
  readonly preview: {
    readonly data: Preview | undefined;
    readonly error: unknown;
    readonly isPlaceholderData: boolean;
  };
}

/** What filling the list would do. */
export function PercentPreview({ preview: { data, error, isPlaceholderData } }: PercentPreviewProps) {
  if (error !== null)
    return (
      <Text size="sm" c="var(--mantine-color-error)" role="alert">
        {sentenceFor(error)}
      </Text>
    );
  if (data === undefined) return <Skeleton h={180} radius="md" />;
  if (data.priceCount === 0)
    return (
      <Text size="sm" c="dimmed" role="status">
        No product here has a base price in these currencies.
      </Text>
    );
  return (
    <Stack gap="xs" opacity={isPlaceholderData ? 0.6 : 1}>
      <Text size="sm" role="status">
        {count(data.priceCount, 'price')} of {count(data.productCount, 'product')}
        {data.replacedCount > 0 && `, of which ${data.replacedCount.toLocaleString('en-US')} replace others`}.
        For example:
      </Text>
      <PriceSample variants={data.samples} />
    </Stack>
  );
}
