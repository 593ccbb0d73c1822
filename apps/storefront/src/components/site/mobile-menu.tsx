'use client';

import { Dialog } from '@base-ui/react/dialog';
import type { Currency } from '@turing/domain';
import { Menu, X } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { CategoryNode } from '@/lib/category-tree.ts';
import { CurrencySwitch } from './currency-switch.tsx';

const iconButton = 'hover:bg-sunken grid size-11 place-items-center rounded-full transition-colors';

/** The departments, as a drawer on narrow windows. */
export function MobileMenu({ tree, currency }: { tree: readonly CategoryNode[]; currency: Currency }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className={`${iconButton} noscript:hidden -ml-2.5`} aria-label="Open the menu">
        <Menu aria-hidden="true" className="size-5" strokeWidth={1.5} />
      </Dialog.Trigger>
      <a href="#departments" className="noscript:inline hidden text-sm underline">
        Menu
      </a>
      <Dialog.Portal>
        <Dialog.Backdrop className="bg-veil fixed inset-0 z-40 transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="bg-paper fixed inset-y-0 left-0 z-50 flex w-[min(22rem,88vw)] flex-col overflow-y-auto p-5 transition-transform duration-250 data-ending-style:-translate-x-full data-starting-style:-translate-x-full">
          <div className="flex items-center justify-between">
            <Dialog.Title className="text-heading font-medium">Shop</Dialog.Title>
            <Dialog.Close className={`${iconButton} -mr-2`} aria-label="Close the menu">
              <X aria-hidden="true" className="size-5" strokeWidth={1.5} />
            </Dialog.Close>
          </div>
          <MenuLinks tree={tree} onChoose={() => setOpen(false)} />
          <div className="border-line mt-6 flex items-center justify-between border-t pt-4 text-sm">
            <span className="text-muted">Currency</span>
            <CurrencySwitch currency={currency} />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function MenuLinks({ tree, onChoose }: { tree: readonly CategoryNode[]; onChoose: () => void }) {
  return (
    <nav aria-label="Main" className="mt-4 space-y-6">
      {tree.map((root) => (
        <div key={root.slug}>
          <Link
            href={`/c/${root.slug}`}
            prefetch={false}
            onClick={onChoose}
            className="block py-1.5 font-medium"
          >
            {root.name}
          </Link>
          <ul>
            {root.children.map((child) => (
              <li key={child.slug}>
                <Link
                  href={`/c/${child.slug}`}
                  prefetch={false}
                  onClick={onChoose}
                  className="text-muted hover:text-ink block py-1.5"
                >
                  {child.name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Link href="/account" onClick={onChoose} className="border-line block border-t pt-5 font-medium">
        Your account
      </Link>
    </nav>
  );
}
