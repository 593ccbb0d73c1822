import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';

/** A select that reads as a word with an arrow. */
export function PillSelect({ children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className="relative inline-flex">
      <select
        {...rest}
        className="hover:bg-sunken bg-paper min-h-11 appearance-none rounded-full py-2 pr-9 pl-4 text-sm font-medium transition-colors"
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-3.5 size-4 -translate-y-1/2"
      />
    </span>
  );
}
