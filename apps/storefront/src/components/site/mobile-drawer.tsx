'use client';

import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import Link from 'next/link';
import type { CategoryNode } from '@/lib/category-tree.ts';
import type { MobileMenuProps } from './mobile-menu.tsx';
import { RegionSwitch } from './region-switch.tsx';

export interface MobileDrawerProps extends MobileMenuProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function MobileDrawer({ tree, regions, region, open, onOpenChange }: MobileDrawerProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="bg-veil fixed inset-0 z-40 transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="bg-paper fixed inset-y-0 left-0 z-50 flex w-[min(22rem,88vw)] flex-col overflow-y-auto p-5 transition-transform duration-250 data-ending-style:-translate-x-full data-starting-style:-translate-x-full">
          <div className="flex items-center justify-between">
            <Dialog.Title className="text-heading font-medium">Shop</Dialog.Title>
            <Dialog.Close
              aria-label="Close the menu"
              className="hover:bg-sunken -mr-2 grid size-11 place-items-center rounded-full transition-colors"
            >
              <X aria-hidden="true" className="size-5" strokeWidth={1.5} />
            </Dialog.Close>
          </div>
          <MenuLinks tree={tree} onChoose={() => onOpenChange(false)} />
          <div className="border-line mt-6 flex items-center justify-between border-t pt-4 text-sm">
            <span className="text-muted">{region.name}</span>
            <RegionSwitch regions={regions} region={region} />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function MenuLinks({ tree, onChoose }: { tree: readonly CategoryNode[]; onChoose: () => void }) {
  return (
    <nav aria-label="Shop" className="mt-4 space-y-6">
      {tree.map((root) => (
        <div key={root.slug}>
          <MenuLink href={`/c/${root.slug}`} onChoose={onChoose} className="font-medium">
            {root.name}
          </MenuLink>
          <ul>
            {root.children.map((child) => (
              <li key={child.slug}>
                <MenuLink href={`/c/${child.slug}`} onChoose={onChoose} className="text-muted hover:text-ink">
                  {child.name}
                </MenuLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className="border-line border-t pt-4">
        <MenuLink href="/collections" onChoose={onChoose} className="font-medium">
          Collections
        </MenuLink>
        <MenuLink href="/account" onChoose={onChoose} className="font-medium">
          Your account
        </MenuLink>
      </div>
    </nav>
  );
}

interface MenuLinkProps {
  href: string;
  className: string;
  onChoose: () => void;
  children: string;
}

function MenuLink({ href, className, onChoose, children }: MenuLinkProps) {
  return (
    <Link href={href} prefetch={false} onClick={onChoose} className={`block py-1.5 ${className}`}>
      {children}
    </Link>
  );
}
