'use client';

import type { MouseEvent, ReactNode } from 'react';

const address = '/api/trpc/products.recordSearchClick';

/** Tells which result of a search was opened, beside the navigation and never before it. */
export function SearchClicks({ text, children }: { text: string; children: ReactNode }) {
  if (text === '') return children;

  function record({ target }: MouseEvent): void {
    const item = target instanceof Element && target.closest('a') ? target.closest('li[data-product]') : null;
    if (!(item instanceof HTMLElement)) return;
    const { product: productId, place } = item.dataset;
    const click = JSON.stringify({ query: text, productId, position: Number(place) });
    navigator.sendBeacon(address, new Blob([click], { type: 'application/json' }));
  }

  return <div onClickCapture={record}>{children}</div>;
}
