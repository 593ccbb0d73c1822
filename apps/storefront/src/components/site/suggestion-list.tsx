'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { formatMoney } from '@turing/domain';
import { Search } from 'lucide-react';
import type { Suggestion, SuggestionGroup } from './use-suggestions.ts';

/** Products, departments and searches that the typed words may become. */
export function SuggestionList({ onOpen }: { onOpen: (href: string) => void }) {
  return (
    <Autocomplete.Portal>
      <Autocomplete.Positioner sideOffset={8} className="z-40 outline-none">
        <Autocomplete.Popup className="bg-surface border-line text-ink shadow-lift max-h-[min(32rem,var(--available-height))] w-(--anchor-width) min-w-72 overflow-y-auto overscroll-contain rounded-lg border p-2 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
          <Autocomplete.List aria-label="Suggestions">
            {(group: SuggestionGroup) => (
              <Autocomplete.Group key={group.title} items={group.items} className="pb-2 last:pb-0">
                <Autocomplete.GroupLabel className="text-muted px-3 pt-2 pb-1 text-xs font-medium">
                  {group.title}
                </Autocomplete.GroupLabel>
                <Autocomplete.Collection>
                  {(item: Suggestion) => (
                    <Autocomplete.Item
                      key={item.href}
                      value={item}
                      onClick={() => onOpen(item.href)}
                      className="data-highlighted:bg-sunken flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 text-sm outline-none"
                    >
                      <Picture item={item} />
                      <span className="min-w-0 flex-1">
                        <span className="block truncate">{item.label}</span>
                        {item.note !== null && (
                          <span className="text-muted block truncate text-xs">{item.note}</span>
                        )}
                      </span>
                      {item.price !== null && (
                        <span className="text-muted shrink-0 tabular-nums">{formatMoney(item.price)}</span>
                      )}
                    </Autocomplete.Item>
                  )}
                </Autocomplete.Collection>
              </Autocomplete.Group>
            )}
          </Autocomplete.List>
        </Autocomplete.Popup>
      </Autocomplete.Positioner>
    </Autocomplete.Portal>
  );
}

function Picture({ item }: { item: Suggestion }) {
  if (item.kind === 'query')
    return <Search aria-hidden="true" className="text-muted size-4 shrink-0" strokeWidth={1.75} />;
  if (item.picture === null) return null;
  return (
    <img
      src={`${item.picture}/160.webp`}
      alt=""
      width={40}
      height={40}
      className="bg-sunken size-10 shrink-0 rounded-md object-cover"
    />
  );
}
