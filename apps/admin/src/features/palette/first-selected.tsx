'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { paletteStore } from './palette-store.ts';

interface FirstSelectedProps {
  /** Changes whenever other entries are shown. */
  readonly entries: string;
  readonly children: ReactNode;
}

/** Selects the first entry, as the arrow keys would: Enter follows what is on top without a further key. */
export function FirstSelected({ entries, children }: FirstSelectedProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-selected]')?.removeAttribute('data-selected');
    list.current?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
    paletteStore.updateState((state) => ({ ...state, selected: 0 }));
  }, [entries]);
  return <div ref={list}>{children}</div>;
}
