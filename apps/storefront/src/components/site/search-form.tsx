'use client';

import { Search } from 'lucide-react';
import Form from 'next/form';
import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useId, useState, useTransition } from 'react';
import { useFormStatus } from 'react-dom';
import { formatCount } from '@/lib/format.ts';
import { ProgressBar } from '../progress-bar.tsx';
import { optionId, SuggestionList } from './suggestion-list.tsx';
import { useCombobox } from './use-combobox.ts';
import { type Asker, useSuggestions } from './use-suggestions.ts';

export interface SearchFormProps {
  asker: Asker;
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
    'bg-surface border-line hover:border-edge placeholder:text-muted h-11 w-full rounded-full border pr-12 pl-5 text-base transition-colors sm:text-sm [&::-webkit-search-cancel-button]:hidden',
} as const;

/** Searches and, as one types, suggests. */
export function SearchForm({ asker, className = '' }: SearchFormProps) {
  const query = useSearchParams().get('q') ?? '';
  return (
    <Form action="/search" role="search" className={`relative ${className}`}>
      <SearchBox key={query} initial={query} asker={asker} />
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

function SearchBox({ initial, asker }: { initial: string; asker: Asker }) {
  const router = useRouter();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [pending, startTransition] = useTransition();
  const groups = useSuggestions(typed, asker);
  const items = groups.flatMap((group) => group.items);
  const open = (href: string) => startTransition(() => router.push(href));
  const box = useCombobox(items, ({ href }) => open(href));
  const activeId = box.active === null ? undefined : optionId(listId, box.active);

  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  return (
    <div {...box.frame}>
      <input
        {...field}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={box.open}
        aria-controls={box.open ? listId : undefined}
        aria-activedescendant={activeId}
        defaultValue={initial}
        onChange={({ target }) => {
          setTyped(target.value);
          box.show();
        }}
        onKeyDown={box.onKeyDown}
      />
      {box.open && (
        <SuggestionList
          id={listId}
          groups={groups}
          active={box.active}
          onOpen={(href) => {
            box.close();
            open(href);
          }}
        />
      )}
      <p role="status" className="sr-only">
        {box.open && `${formatCount(items.length, 'suggestion')}, up and down to choose`}
      </p>
      {pending && <ProgressBar />}
    </div>
  );
}

function SearchProgress() {
  return useFormStatus().pending ? <ProgressBar /> : null;
}
