'use client';

import { Minus, Plus } from 'lucide-react';
import { useRef } from 'react';

const step =
  'noscript:hidden text-muted hover:text-ink grid w-10 shrink-0 place-items-center rounded-full transition-colors';

/** A number to type, with a button on each side to step it. */
export function QuantityInput({ max, defaultValue = 1 }: { max: number; defaultValue?: number }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="border-edge bg-surface flex h-11 items-stretch rounded-full border">
      <button type="button" aria-label="One less" className={step} onClick={() => input.current?.stepDown()}>
        <Minus aria-hidden="true" className="size-4" />
      </button>
      <input
        ref={input}
        type="number"
        name="quantity"
        aria-label="Quantity"
        min={1}
        max={max}
        defaultValue={defaultValue}
        required
        inputMode="numeric"
        className="w-10 [appearance:textfield] rounded-md bg-transparent text-center font-medium tabular-nums [&::-webkit-inner-spin-button]:appearance-none"
      />
      <button type="button" aria-label="One more" className={step} onClick={() => input.current?.stepUp()}>
        <Plus aria-hidden="true" className="size-4" />
      </button>
    </div>
  );
}
