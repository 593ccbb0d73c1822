'use client';

import { Minus, Plus } from 'lucide-react';
import type { CartLine } from './queries.ts';

const step =
  'text-muted hover:text-ink grid w-10 shrink-0 place-items-center rounded-full transition-colors disabled:opacity-40';

export interface CartQuantityProps {
  line: CartLine;
  shown: number;
  pending: boolean;
}

/** Every button submits the line with the number it stands for, so it works without JavaScript too. */
export function CartQuantity({ line, shown, pending }: CartQuantityProps) {
  const most = Math.max(line.available, line.quantity);
  return (
    <div className="flex items-center gap-2">
      {/* The first submit button of a form is the one the Enter key presses. */}
      <button tabIndex={-1} className="sr-only">
        Update the quantity
      </button>
      <div aria-busy={pending} className="border-edge bg-surface flex h-11 items-stretch rounded-full border">
        <button
          name="set"
          value={shown - 1}
          disabled={shown <= 1}
          aria-label={`One less of ${line.productName}`}
          className={step}
        >
          <Minus aria-hidden="true" className="size-4" />
        </button>
        <input
          key={shown}
          type="number"
          name="quantity"
          aria-label={`Quantity of ${line.productName}`}
          min={0}
          max={most}
          defaultValue={shown}
          onBlur={(event) => {
            const { value, form } = event.currentTarget;
            if (value !== '' && value !== String(shown)) form?.requestSubmit();
          }}
          inputMode="numeric"
          className="w-10 [appearance:textfield] rounded-md bg-transparent text-center font-medium tabular-nums [&::-webkit-inner-spin-button]:appearance-none"
        />
        <button
          name="set"
          value={shown + 1}
          disabled={shown >= line.available}
          aria-label={`One more of ${line.productName}`}
          className={step}
        >
          <Plus aria-hidden="true" className="size-4" />
        </button>
      </div>
    </div>
  );
}
