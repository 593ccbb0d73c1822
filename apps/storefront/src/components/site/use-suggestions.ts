'use client';

import type { RouterOutputs } from '@turing/client';
import type { Currency } from '@turing/domain';
import { useEffect, useState } from 'react';

type Answer = RouterOutputs['products']['suggest'];

/** Something the typed words may become, and where it leads. */
export interface Suggestion {
  readonly kind: 'product' | 'category' | 'query';
  readonly href: string;
  readonly label: string;
  readonly note: string | null;
  readonly picture: string | null;
  readonly price: { readonly amountMinor: number; readonly currency: Currency } | null;
}

export interface SuggestionGroup {
  readonly title: string;
  readonly items: readonly Suggestion[];
}

const pauseMs = 120;
const none: readonly SuggestionGroup[] = [];

/** What is suggested for a text; the last answer stands until the next is there. Without an answer nothing is suggested. */
export function useSuggestions(text: string, currency: Currency): readonly SuggestionGroup[] {
  const [groups, setGroups] = useState(none);
  const query = text.trim();

  useEffect(() => {
    if (query === '') return;
    const giveUp = new AbortController();
    const timer = setTimeout(() => {
      ask(query, currency, giveUp.signal)
        .then((answer) => setGroups(toGroups(answer)))
        .catch(() => undefined);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      giveUp.abort();
    };
  }, [query, currency]);

  return query === '' ? none : groups;
}

async function ask(query: string, currency: Currency, signal: AbortSignal): Promise<Answer> {
  const input = new URLSearchParams({ input: JSON.stringify({ query, currency }) });
  const response = await fetch(`/api/trpc/products.suggest?${input.toString()}`, { signal });
  if (!response.ok) throw new Error('no suggestions');
  const { result } = (await response.json()) as { result: { data: Answer } };
  return result.data;
}

export function toGroups({ products, categories, queries }: Answer): SuggestionGroup[] {
  const groups: SuggestionGroup[] = [
    { title: 'Searches', items: queries.map(toQuery) },
    { title: 'Departments', items: categories.map(toCategory) },
    { title: 'Products', items: products.map(toProduct) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

const bare = { note: null, picture: null, price: null };

function toQuery(text: string): Suggestion {
  return { ...bare, kind: 'query', href: `/search?q=${encodeURIComponent(text)}`, label: text };
}

function toCategory({ slug, name, parentName }: Answer['categories'][number]): Suggestion {
  return { ...bare, kind: 'category', href: `/c/${slug}`, label: name, note: parentName };
}

function toProduct(product: Answer['products'][number]): Suggestion {
  return {
    kind: 'product',
    href: `/p/${product.slug}`,
    label: product.name,
    note: product.brand,
    picture: product.image?.src ?? null,
    price: { amountMinor: product.minPriceMinor, currency: product.currency },
  };
}
