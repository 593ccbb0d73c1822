import { Text } from '@mantine/core';

/** A product without pictures, inside the place where they are dropped. */
export function MediaEmpty() {
  return (
    <Text size="sm" c="dimmed" maw={420} ta="center">
      This product has no pictures yet. The first one is what shoppers see in lists, so start with the product
      on a plain background.
    </Text>
  );
}
