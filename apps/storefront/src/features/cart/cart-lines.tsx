'use client';

import type { Currency } from '@turing/domain';
import { useEffect, useOptimistic, useRef } from 'react';
import { Notice } from '@/components/notice.tsx';
import { readText } from '@/lib/form-data.ts';
import { useFormAction } from '@/components/use-form-action.ts';
import { setLine } from './actions.ts';
import { initialState } from './cart-form-state.ts';
import { CartLineRow } from './cart-line-row.tsx';
import type { CartLine } from './queries.ts';

export interface CartLinesProps {
  lines: readonly CartLine[];
  currency: Currency;
  idempotencyKey: string;
}

/** The lines share one action, so that what happened can still be said when its line is gone. */
export function CartLines({ lines, currency, idempotencyKey }: CartLinesProps) {
  const [intended, intend] = useOptimistic<{ lineId: string; quantity: number } | null>(null);
  const { state, pending, formProps } = useFormAction(setLine, initialState(idempotencyKey), (data) =>
    intend({
      lineId: readText(data, 'lineId'),
      quantity: Number(readText(data, data.has('set') ? 'set' : 'quantity')),
    }),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const removed = state.outcome === 'done' && !lines.some((line) => line.id === state.lineId);
  const gone = removed ? state.lineId : undefined;
  useEffect(() => {
    if (gone !== undefined) heading.current?.focus();
  }, [gone]);

  return (
    <section className="min-w-0">
      <h2 ref={heading} tabIndex={-1} className="sr-only">
        Items
      </h2>
      <p role="status" className="sr-only">
        {state.outcome === 'done' ? state.message : ''}
      </p>
      {state.outcome === 'failed' && !pending && (
        <Notice tone="bad" role="alert">
          <p>{state.message}</p>
        </Notice>
      )}
      <ul className="divide-line divide-y">
        {lines.map((line) => (
          <CartLineRow
            key={line.id}
            line={line}
            currency={currency}
            shown={intended?.lineId === line.id ? intended.quantity : line.quantity}
            pending={pending}
            idempotencyKey={state.key}
            formProps={formProps}
          />
        ))}
      </ul>
    </section>
  );
}
