import { ActionIcon, NumberInput, Text } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { MoneyField } from '../../components/money-field.tsx';
import { Price } from '../../components/price.tsx';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import { Section } from '../../components/section.tsx';
import { type FoundVariant, VariantSearch } from '../../components/variant-search.tsx';
import type { DraftPreview } from './draft.ts';
import type { DraftLineValues, DraftValues } from './draft-values.ts';
import classes from './drafts.module.css';

interface DraftLinesProps {
  readonly values: DraftValues;
  readonly preview: DraftPreview | undefined;
  readonly readOnly: boolean;
  readonly onChange: (lines: readonly DraftLineValues[]) => void;
}

export function DraftLines({ values, preview, readOnly, onChange }: DraftLinesProps) {
  const { lines, currency } = values;
  function add(variant: FoundVariant): void {
    const at = lines.findIndex((line) => line.variant.variantId === variant.variantId);
    if (at >= 0) return change(at, { quantity: (lines[at]?.quantity ?? 0) + 1 });
    onChange([...lines, { variant, quantity: 1, price: '' }]);
  }
  function change(at: number, difference: Partial<DraftLineValues>): void {
    onChange(lines.map((line, index) => (index === at ? { ...line, ...difference } : line)));
  }
  return (
    <Section title="Items" flush>
      {!readOnly && (
        <div className={classes.search}>
          <VariantSearch label="Add an item by name or SKU" onPick={add} />
        </div>
      )}
      {lines.length === 0 && (
        <Text size="sm" c="dimmed" p="lg">
          Nothing in it yet. Look for an item above.
        </Text>
      )}
      <ul className={classes.lines}>
        {lines.map((line, at) => (
          <DraftLine
            key={line.variant.variantId}
            line={line}
            currency={currency}
            priced={preview?.lines.find(({ variantId }) => variantId === line.variant.variantId)}
            readOnly={readOnly}
            onChange={(difference) => change(at, difference)}
            onRemove={() => onChange(lines.filter((_, index) => index !== at))}
          />
        ))}
      </ul>
    </Section>
  );
}

interface LineProps {
  readonly line: DraftLineValues;
  readonly currency: DraftValues['currency'];
  /** Once the API has told. */
  readonly priced: DraftPreview['lines'][number] | undefined;
  readonly readOnly: boolean;
  readonly onChange: (difference: Partial<DraftLineValues>) => void;
  readonly onRemove: () => void;
}

function DraftLine({ line, currency, priced, readOnly, onChange, onRemove }: LineProps) {
  const { productName, variantName, sku } = line.variant;
  const name = [productName, variantName].filter(Boolean).join(' – ');
  const short = priced !== undefined && priced.available < line.quantity;
  return (
    <li className={classes.line}>
      <ProductThumbnail image={priced?.image ?? null} />
      <div className={classes.what}>
        <Text size="sm" fw={500}>
          {name}
        </Text>
        <Text size="xs" c={short ? 'red' : 'dimmed'}>
          {sku}
          {short && ` · only ${Math.max(0, priced.available)} available`}
        </Text>
      </div>
      <MoneyField
        aria-label={`Price of ${name}`}
        currency={currency}
        placeholder="Today’s price"
        value={line.price}
        disabled={readOnly}
        onChange={(price) => onChange({ price: String(price) })}
        w={116}
      />
      <NumberInput
        aria-label={`Quantity of ${name}`}
        min={1}
        max={9999}
        allowDecimal={false}
        value={line.quantity}
        disabled={readOnly}
        onChange={(quantity) =>
          onChange({ quantity: typeof quantity === 'number' ? Math.max(1, quantity) : 1 })
        }
        w={80}
      />
      <Text size="sm" fw={500} className={classes.sum}>
        {priced === undefined ? (
          '–'
        ) : (
          <Price amountMinor={priced.unitPriceMinor * line.quantity} currency={currency} />
        )}
      </Text>
      {!readOnly && (
        <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${name}`} onClick={onRemove}>
          <Trash2 size={16} />
        </ActionIcon>
      )}
    </li>
  );
}
