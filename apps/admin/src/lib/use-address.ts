'use client';

import { usePathname, useSearchParams } from 'next/navigation';

interface Address {
  readonly params: URLSearchParams;
  /** Shows other parameters; `push` keeps the present ones for the browser's back button. */
  readonly show: (params: URLSearchParams, how: 'push' | 'replace') => void;
}

/** The state of a list lives in the address bar: it survives reloads and can be sent to a colleague. */
export function useAddress(): Address {
  const pathname = usePathname();
  const params = new URLSearchParams(useSearchParams());

  function show(next: URLSearchParams, how: 'push' | 'replace'): void {
    const url = next.size === 0 ? pathname : `${pathname}?${next.toString()}`;
    if (how === 'push') window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
  }

  return { params, show };
}

/** The value when it is one of the known ones: addresses are typed by people. */
export function oneOf<Value extends string>(known: readonly Value[], value: string | null): Value | null {
  return known.find((each) => each === value) ?? null;
}
