'use client';

import type { RouterOutputs } from '@turing/client';
import type { Currency } from '@turing/domain';
import { useEffect, useState } from 'react';

type Answer = RouterOutputs['products']['suggest'];
type OwnPrices = RouterOutputs['products']['prices'];

/** Something the typed words may become, and where it leads. */
export interface Suggestion {
  readonly href: string;
  readonly label: string;
  readonly note: string | null;
  /** Null for words to search for. */
  readonly picture: string | null;
  readonly isQuery: boolean;
  readonly price: { readonly amountMinor: number; readonly currency: Currency } | null;
}

export interface SuggestionGroup {
  readonly title: string;
  readonly items: readonly Suggestion[];
}

/** Who asks: some who are signed in have prices of their own. */
export interface Asker {
  readonly currency: Currency;
  readonly signedIn: boolean;
}

const pauseMs = 120;
const none: readonly SuggestionGroup[] = [];

/** What is suggested for a text; the last answer stands until the next is there. Without an answer nothing is suggested. */
export function useSuggestions(text: string, { currency, signedIn }: Asker): readonly SuggestionGroup[] {
  const [groups, setGroups] = useState(none);
  const query = text.trim();

  useEffect(() => {
    if (query === '') return;
    const giveUp = new AbortController();
    const timer = setTimeout(() => {
      askWithPrices(query, { currency, signedIn }, giveUp.signal)
        .then(({ answer, own }) => setGroups(toGroups(answer, own)))
        .catch(() => undefined);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      giveUp.abort();
    };
  }, [query, currency, signedIn]);

  return query === '' ? none : groups;
}

async function askWithPrices(query: string, { currency, signedIn }: Asker, signal: AbortSignal) {
  const answer = await ask<Answer>('products.suggest', { query, currency }, signal);
  if (!signedIn || answer.products.length === 0) return { answer, own: [] };
  const productIds = answer.products.map(({ id }) => id);
  // A price that is not theirs is worse than none.
  const own = await ask<OwnPrices>('products.prices', { productIds, currency }, signal).catch(() => null);
  return { answer, own };
}

async function ask<Data>(procedure: string, input: object, signal: AbortSignal): Promise<Data> {
  const search = new URLSearchParams({ input: JSON.stringify(input) });
  const response = await fetch(`/api/trpc/${procedure}?${search.toString()}`, { signal });
  if (!response.ok) throw new Error(`no answer from ${procedure}`);
  const { result } = (await response.json()) as { result: { data: Data } };
  return result.data;
}

/** `own` are the prices of who asks, which go before what everybody pays; null when they are not known. */
export function toGroups(
  { products, categories, queries }: Answer,
  own: OwnPrices | null,
): SuggestionGroup[] {
  const prices = own === null ? null : new Map(own.map((price) => [price.productId, price.minPriceMinor]));
  const groups: SuggestionGroup[] = [
    { title: 'Searches', items: queries.map(toQuery) },
    { title: 'Departments', items: categories.map(toCategory) },
    { title: 'Products', items: products.map((product) => toProduct(product, prices)) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

const bare = { note: null, picture: null, price: null, isQuery: false };

function toQuery(text: string): Suggestion {
  return { ...bare, isQuery: true, href: `/search?q=${encodeURIComponent(text)}`, label: text };
}

function toCategory({ slug, name, parentName }: Answer['categories'][number]): Suggestion {
  return { ...bare, href: `/c/${slug}`, label: name, note: parentName };
}

function toProduct(product: Answer['products'][number], own: ReadonlyMap<string, number> | null): Suggestion {
  const { slug, name, brand, image, currency } = product;
  const amountMinor = own?.get(product.id) ?? product.minPriceMinor;
  return {
    ...bare,
    href: `/p/${slug}`,
    label: name,
    note: brand,
    picture: image?.src ?? null,
    price: own === null ? null : { amountMinor, currency },
  };
}
