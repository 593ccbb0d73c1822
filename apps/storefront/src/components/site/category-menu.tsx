'use client';

import { ChevronDown } from 'lucide-react';
import { useRef } from 'react';
import type { CategoryNode } from '@/lib/category-tree.ts';
import { PendingLink } from '../pending-link.tsx';

const panelId = 'shop-menu';

/** The departments, on wide windows: a popover of the browser itself, which opens without a script. */
export function CategoryMenu({ tree }: { tree: readonly CategoryNode[] }) {
  const panel = useRef<HTMLElement>(null);
  const close = () => panel.current?.hidePopover();
  if (tree.length === 0) return null;
  return (
    <>
      <button
        type="button"
        popoverTarget={panelId}
        className="group hover:bg-sunken flex min-h-11 items-center gap-1.5 rounded-full px-4 text-sm font-medium transition-colors"
      >
        Shop
        <ChevronDown aria-hidden="true" className="size-4" />
      </button>
      <nav
        ref={panel}
        id={panelId}
        popover="auto"
        aria-label="Shop"
        className="bg-surface border-line text-ink shadow-lift fixed inset-auto top-20 left-1/2 w-[min(66rem,calc(100vw-3rem))] -translate-x-1/2 rounded-lg border p-8 transition-opacity duration-150 open:opacity-100 starting:open:opacity-0"
      >
        <ul className="grid grid-cols-5 gap-8">
          {tree.map((root) => (
            <li key={root.slug} className="space-y-2.5">
              <PendingLink
                href={`/c/${root.slug}`}
                onNavigate={close}
                className="inline-block font-medium underline-offset-4 hover:underline"
              >
                {root.name}
              </PendingLink>
              <ul className="space-y-1">
                {root.children.map((child) => (
                  <li key={child.slug}>
                    <PendingLink
                      href={`/c/${child.slug}`}
                      onNavigate={close}
                      className="text-muted hover:text-ink inline-block py-0.5 text-sm underline-offset-4 hover:underline"
                    >
                      {child.name}
                    </PendingLink>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
