'use client';

import { returnReasons, returnResolutions } from '@turing/domain';
import { useState } from 'react';
import { Button } from '@/components/button.tsx';
import { SelectField, TextField } from '@/components/field.tsx';
import { ProductImage, type ProductImageProps } from '@/components/product-image.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { createIdempotencyKey } from '@/lib/idempotency.ts';
import { requestReturn } from './actions.ts';
import { reasonWords, resolutionWords } from './return-words.ts';

export interface ReturnableItem {
  readonly orderLineId: string;
  readonly name: string;
  readonly variant: string;
  readonly image: ProductImageProps['image'];
  readonly most: number;
}

export interface ReturnRequestProps {
  token: string;
  items: readonly ReturnableItem[];
  /** Whether the order is in an account that can hold it. */
  storeCredit: boolean;
}

/** What is sent back, why, and what for. */
export function ReturnRequest({ token, items, storeCredit }: ReturnRequestProps) {
  const [key] = useState(createIdempotencyKey);
  const { state, pending, formProps } = useFormAction(requestReturn, { message: null, key });
  return (
    <form {...formProps} aria-label="Send something back" className="space-y-8">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="key" value={state.key} />
      <ul className="divide-line divide-y">
        {items.map((item) => (
          <li key={item.orderLineId} className="py-5">
            <ItemChoice item={item} />
          </li>
        ))}
      </ul>
      <SelectField
        label="What would you like in return?"
        name="resolution"
        defaultValue="refund"
        className="max-w-sm"
        {...(storeCredit ? {} : { hint: 'With an account, store credit is possible, too.' })}
      >
        {returnResolutions
          .filter((resolution) => storeCredit || resolution !== 'store_credit')
          .map((resolution) => (
            <option key={resolution} value={resolution}>
              {resolutionWords[resolution]}
            </option>
          ))}
      </SelectField>
      <div className="space-y-3">
        <Button pending={pending} pendingLabel="Sending…">
          Ask for this return
        </Button>
        <p role="alert" className="text-bad text-sm font-medium">
          {pending ? '' : state.message}
        </p>
      </div>
    </form>
  );
}

function ItemChoice({ item }: { item: ReturnableItem }) {
  const { orderLineId, name, variant, image, most } = item;
  const [quantity, setQuantity] = useState(0);
  const label = variant === '' ? name : `${name}, ${variant}`;
  return (
    <fieldset className="space-y-4">
      <legend className="sr-only">{label}</legend>
      <input type="hidden" name="line" value={orderLineId} />
      <div className="grid grid-cols-[4.5rem_1fr] items-center gap-4">
        <span className="bg-sunken aspect-square overflow-hidden rounded-md">
          <ProductImage image={image} sizes="5rem" decorative />
        </span>
        <div className="flex min-w-0 flex-wrap items-center justify-between gap-3">
          <p className="min-w-0">
            <span className="block font-medium">{name}</span>
            <span className="text-muted text-sm">{variant}</span>
          </p>
          <SelectField
            label="How many"
            name={`quantity:${orderLineId}`}
            value={quantity}
            onChange={(event) => setQuantity(Number(event.currentTarget.value))}
            className="w-32"
          >
            {Array.from({ length: most + 1 }, (_, units) => (
              <option key={units} value={units}>
                {units === 0 ? 'None' : units}
              </option>
            ))}
          </SelectField>
        </div>
      </div>
      {quantity > 0 && (
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField label="Why?" name={`reason:${orderLineId}`} defaultValue="changed_mind">
            {returnReasons.map((reason) => (
              <option key={reason} value={reason}>
                {reasonWords[reason]}
              </option>
            ))}
          </SelectField>
          <TextField
            label="Anything we should know?"
            name={`comment:${orderLineId}`}
            maxLength={1000}
            placeholder="Optional"
          />
        </div>
      )}
    </fieldset>
  );
}
