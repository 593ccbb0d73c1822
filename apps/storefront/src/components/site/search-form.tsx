'use client';

import { Search } from 'lucide-react';
import Form from 'next/form';
import { useSearchParams } from 'next/navigation';
import { useFormStatus } from 'react-dom';
import { ProgressBar } from '../progress-bar.tsx';

export function SearchForm({ className = '' }: { className?: string }) {
  const query = useSearchParams().get('q') ?? '';
  return (
    <Form action="/search" role="search" className={`relative ${className}`}>
      <input
        key={query}
        type="search"
        name="q"
        defaultValue={query}
        required
        maxLength={100}
        autoComplete="off"
        enterKeyHint="search"
        aria-label="Search products"
        placeholder="Search mugs, lamps, linen…"
        className="bg-surface border-line hover:border-edge placeholder:text-muted h-11 w-full rounded-full border pr-12 pl-5 text-base transition-colors sm:text-sm"
      />
      <button
        type="submit"
        aria-label="Search"
        className="text-muted hover:text-ink absolute inset-y-0 right-0 grid w-12 place-items-center rounded-full"
      >
        <Search aria-hidden="true" className="size-4.5" strokeWidth={1.75} />
      </button>
      <SearchProgress />
    </Form>
  );
}

function SearchProgress() {
  return useFormStatus().pending ? <ProgressBar /> : null;
}
