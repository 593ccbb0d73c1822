'use client';

import { useState, type FocusEvent, type KeyboardEvent } from 'react';

export interface Combobox<Item> {
  readonly open: boolean;
  readonly active: Item | null;
  readonly show: () => void;
  readonly close: () => void;
  /** For the frame around box and list. */
  readonly frame: { readonly onBlur: (event: FocusEvent<HTMLElement>) => void };
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

const steps: Partial<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * The keys of a box with a list of suggestions beneath it, which takes the focus from nobody and hides nothing of the page.
 * Source: ARIA Authoring Practices, "Editable combobox with list autocomplete".
 */
export function useCombobox<Item>(items: readonly Item[], onChoose: (item: Item) => void): Combobox<Item> {
  const [shown, setShown] = useState(false);
  const [active, setActive] = useState<Item | null>(null);
  const open = shown && items.length > 0;
  const current = open && active !== null && items.includes(active) ? active : null;

  function close(): void {
    setShown(false);
    setActive(null);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const step = steps[event.key];
    if (step !== undefined && items.length > 0) {
      event.preventDefault();
      setShown(true);
      setActive(move(items, current, step));
    } else if (event.key === 'Escape' && open) {
      // A search field would be emptied, too.
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && current !== null) {
      event.preventDefault();
      close();
      onChoose(current);
    } else if (event.key === 'Enter') close();
  }

  return {
    open,
    active: current,
    show: () => {
      setShown(true);
      setActive(null);
    },
    close,
    frame: {
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      },
    },
    onKeyDown,
  };
}

/** Past either end lies the box itself, then the other end. */
function move<Item>(items: readonly Item[], from: Item | null, step: 1 | -1): Item | null {
  if (from === null) return items.at(step === 1 ? 0 : -1) ?? null;
  return items[items.indexOf(from) + step] ?? null;
}
