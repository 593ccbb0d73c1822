'use client';

import { useEffect, useEffectEvent, type RefObject } from 'react';

const storageKey = 'checkout-draft';
const notTyped = new Set(['key', 'totalMinor', 'intent']);

/** Keeps what was typed for as long as the tab lives, and hands it back when the checkout is opened again. */
export function useDraft(form: RefObject<HTMLFormElement | null>, onFound: (draft: FormData) => void) {
  const restore = useEffectEvent(() => {
    const typed = readDraft();
    if (typed === null || form.current === null) return;
    const draft = new FormData(form.current);
    for (const [name, value] of typed) draft.set(name, value);
    onFound(draft);
  });

  useEffect(() => restore(), []);

  function save(): void {
    if (form.current === null) return;
    const typed = [...new FormData(form.current)].filter(
      ([name]) => !notTyped.has(name) && !name.startsWith('$'),
    );
    sessionStorage.setItem(storageKey, JSON.stringify(typed));
  }

  return { save };
}

function readDraft(): [name: string, value: string][] | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null');
    return Array.isArray(kept) ? (kept as [string, string][]) : null;
  } catch {
    return null;
  }
}
