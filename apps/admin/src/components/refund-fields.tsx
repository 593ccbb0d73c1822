import { Group, NumberInput, SimpleGrid, Stack, Text } from '@mantine/core';
import type { Currency } from '@turing/domain';
import { MoneyField } from './money-field.tsx';
import { Price } from './price.tsx';
import { ProductThumbnail } from './product-thumbnail.tsx';
import type { RefundDraft } from './refund-wish.ts';

export interface RefundItem {
  readonly orderLineId: string;
  readonly name: string;
  readonly detail: string;
  readonly image: Parameters<typeof ProductThumbnail>[0]['image'];
  /** Units that can be paid back. */
  readonly most: number;
}

interface RefundFieldsProps {
  readonly currency: Currency;
  readonly items: readonly RefundItem[];
  readonly shippingLeftMinor: number;
  readonly draft: RefundDraft;
  readonly onChange: (draft: RefundDraft) => void;
  /** What the shop keeps of things that came back. */
  readonly deductions?: boolean;
  readonly unitsOnly?: boolean;
}

/** For what money goes back: units, shipping, more, less what the shop keeps. */
export function RefundFields(props: RefundFieldsProps) {
  const {
    currency,
    items,
    shippingLeftMinor,
    draft,
    onChange,
    deductions = false,
    unitsOnly = false,
  } = props;
  const amount = (name: Exclude<keyof RefundDraft, 'quantities'>, label: string) => (
    <MoneyField
      label={label}
      currency={currency}
      value={draft[name]}
      onChange={(value) => onChange({ ...draft, [name]: value })}
    />
  );
  return (
    <Stack gap="md">
      {items.length > 0 && (
        <Stack gap="xs" role="group" aria-label="Units">
          {items.map((item) => (
            <Units key={item.orderLineId} item={item} draft={draft} onChange={onChange} />
          ))}
        </Stack>
      )}
      {!unitsOnly && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {shippingLeftMinor > 0 && (
            <div>
              {amount('shipping', 'Shipping')}
              <Text size="xs" c="dimmed" mt={4}>
                Up to <Price amountMinor={shippingLeftMinor} currency={currency} />
              </Text>
            </div>
          )}
          {amount('extra', 'Another amount')}
          {deductions && amount('restockingFee', 'Less restocking fee')}
          {deductions && amount('returnShipping', 'Less return shipping')}
        </SimpleGrid>
      )}
    </Stack>
  );
}

function Units({
  item,
  draft,
  onChange,
}: Pick<RefundFieldsProps, 'draft' | 'onChange'> & { readonly item: RefundItem }) {
  const { orderLineId, name, detail, image, most } = item;
  return (
    <Group wrap="nowrap" gap="sm" justify="space-between">
      <Group wrap="nowrap" gap="sm" miw={0}>
        <ProductThumbnail image={image} size={40} />
        <div style={{ minWidth: 0 }}>
          <Text size="sm" truncate>
            {name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {detail}
          </Text>
        </div>
      </Group>
      <NumberInput
        aria-label={`Units of ${name}, ${detail}`}
        w={118}
        flex="none"
        min={0}
        max={most}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        suffix={` of ${most}`}
        value={draft.quantities[orderLineId] ?? 0}
        onChange={(value) =>
          onChange({ ...draft, quantities: { ...draft.quantities, [orderLineId]: Number(value) || 0 } })
        }
      />
    </Group>
  );
}
