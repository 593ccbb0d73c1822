import { ShoppingBag } from 'lucide-react';
import { formatCount } from '@/lib/format.ts';
import { PendingLink } from '../pending-link.tsx';

export function CartLink({ itemCount }: { itemCount: number }) {
  return (
    <PendingLink
      href="/cart"
      aria-label={`Cart, ${formatCount(itemCount, 'item')}`}
      className="hover:bg-sunken relative grid size-11 place-items-center rounded-full transition-colors"
    >
      <ShoppingBag aria-hidden="true" className="size-5" strokeWidth={1.5} />
      {itemCount > 0 && (
        <span
          aria-hidden="true"
          className="bg-accent text-on-accent absolute top-0.5 right-0 grid h-4.5 min-w-4.5 place-items-center rounded-full px-1 text-[0.6875rem] leading-none font-semibold tabular-nums"
        >
          {itemCount > 99 ? '99+' : itemCount}
        </span>
      )}
    </PendingLink>
  );
}
