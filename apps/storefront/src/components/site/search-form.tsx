'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import type { Currency } from '@turing/domain';
import { Search } from 'lucide-react';
import Form from 'next/form';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useFormStatus } from 'react-dom';
import { ProgressBar } from '../progress-bar.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { useSuggestions } from './use-suggestions.ts';

export interface SearchFormProps {
  currency: Currency;
  className?: string;
}

const field = {
  type: 'search',
  name: 'q',
  required: true,
  maxLength: 100,
  autoComplete: 'off',
  enterKeyHint: 'search',
  'aria-label': 'Search products',
  placeholder: 'Search mugs, lamps, linen…',
  className:
    'bg-surface border-line hover:border-edge placeholder:text-muted h-11 w-full rounded-full border pr-12 pl-5 text-base transition-colors sm:text-sm',
} as const;

/** Searches and, as one types, suggests. */
export function SearchForm({ currency, className = '' }: SearchFormProps) {
  const query = useSearchParams().get('q') ?? '';
  return (
    <Form action="/search" role="search" className={`relative ${className}`}>
      <SearchBox key={query} initial={query} currency={currency} />
      <SearchButton />
      <SearchProgress />
    </Form>
  );
}

/** The same without JavaScript, and until it is there. */
export function PlainSearchForm({ className = '' }: { className?: string }) {
  return (
    <form action="/search" role="search" className={`relative ${className}`}>
      <input {...field} />
      <SearchButton />
    </form>
  );
}

function SearchButton() {
  return (
    <button
      type="submit"
      aria-label="Search"
      className="text-muted hover:text-ink absolute inset-y-0 right-0 grid w-12 place-items-center rounded-full"
    >
      <Search aria-hidden="true" className="size-4.5" strokeWidth={1.75} />
    </button>
  );
}

function SearchBox({ initial, currency }: { initial: string; currency: Currency }) {
  const router = useRouter();
  const [text, setText] = useState(initial);
  const [typed, setTyped] = useState(false);
  const [pending, startTransition] = useTransition();
  const groups = useSuggestions(typed ? text : '', currency);

  return (
    <Autocomplete.Root
      items={groups}
      mode="none"
      value={text}
      onValueChange={(value, { reason }) => {
        // What is chosen is opened; the box keeps what was typed.
        if (reason === 'item-press') return;
        setText(value);
        setTyped(true);
      }}
      itemToStringValue={({ label }) => label}
    >
      <Autocomplete.Input {...field} />
      {groups.length > 0 && <SuggestionList onOpen={(href) => startTransition(() => router.push(href))} />}
      {pending && <ProgressBar />}
    </Autocomplete.Root>
  );
}

function SearchProgress() {
  return useFormStatus().pending ? <ProgressBar /> : null;
}
