import { formatMoney } from '@turing/domain';
import { Search } from 'lucide-react';
import type { Suggestion, SuggestionGroup } from './use-suggestions.ts';

export interface SuggestionListProps {
  id: string;
  groups: readonly SuggestionGroup[];
  /** The one the keyboard is at. */
  active: Suggestion | null;
  onOpen: (href: string) => void;
}

/** Products, departments and searches that the typed words may become. The focus stays in the box above. */
export function SuggestionList({ id, groups, active, onOpen }: SuggestionListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      tabIndex={-1}
      // Pressing on the list leaves the focus in the box.
      onMouseDown={(event) => event.preventDefault()}
      className="bg-surface border-line text-ink shadow-lift absolute inset-x-0 top-full z-40 mt-2 max-h-[min(32rem,70dvh)] overflow-y-auto overscroll-contain rounded-lg border p-2"
    >
      {groups.map(({ title, items }) => (
        <div key={title} role="group" aria-label={title} className="pb-2 last:pb-0">
          <p aria-hidden="true" className="text-muted px-3 pt-2 pb-1 text-xs font-medium">
            {title}
          </p>
          {items.map((item) => (
            <Option
              key={item.href}
              id={optionId(id, item)}
              item={item}
              active={item === active}
              onOpen={onOpen}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The id of an option, for `aria-activedescendant`. */
export function optionId(listId: string, { href }: Suggestion): string {
  return `${listId}${encodeURIComponent(href)}`;
}

interface OptionProps {
  id: string;
  item: Suggestion;
  active: boolean;
  onOpen: (href: string) => void;
}

function Option({ id, item, active, onOpen }: OptionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the box has the focus and its keys
    <div
      id={id}
      role="option"
      aria-selected={active}
      onClick={() => onOpen(item.href)}
      className="hover:bg-sunken aria-selected:bg-sunken flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 text-sm"
    >
      <Picture item={item} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{item.label}</span>
        {item.note !== null && <span className="text-muted block truncate text-xs">{item.note}</span>}
      </span>
      {item.price !== null && (
        <span className="text-muted shrink-0 tabular-nums">{formatMoney(item.price)}</span>
      )}
    </div>
  );
}

function Picture({ item }: { item: Suggestion }) {
  if (item.isQuery)
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
