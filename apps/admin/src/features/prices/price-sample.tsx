import { Table, Text } from '@mantine/core';
import { Price } from '../../components/price.tsx';
import { differenceOf, type ListedVariant } from './price-list.ts';

/** What some prices would become. */
export function PriceSample({ variants }: { variants: readonly ListedVariant[] }) {
  return (
    <Table.ScrollContainer minWidth={280} type="native">
      <Table verticalSpacing={6} horizontalSpacing={6} aria-label="Some of the prices">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Variant</Table.Th>
            <Table.Th ta="right">Base price</Table.Th>
            <Table.Th ta="right">List price</Table.Th>
            <Table.Th ta="right" visibleFrom="xs">
              Difference
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {variants.map((variant) => (
            <Table.Tr key={variant.variantId}>
              <Table.Td>
                <Text size="sm" lineClamp={2}>
                  {variant.productName} · {variant.variantName}
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                <Amount amountMinor={variant.basePriceMinor} variant={variant} />
              </Table.Td>
              <Table.Td ta="right">
                <Amount amountMinor={variant.amountMinor} variant={variant} />
              </Table.Td>
              <Table.Td ta="right" className="tabular" style={{ whiteSpace: 'nowrap' }} visibleFrom="xs">
                {differenceOf(variant.basePriceMinor, variant.amountMinor)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Amount({ amountMinor, variant }: { amountMinor: number | null; variant: ListedVariant }) {
  if (amountMinor === null)
    return (
      <Text span size="sm" c="dimmed">
        None
      </Text>
    );
  return <Price amountMinor={amountMinor} currency={variant.currency} fz="sm" />;
}
