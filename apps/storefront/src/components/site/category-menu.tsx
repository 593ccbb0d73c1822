'use client';

import { NavigationMenu } from '@base-ui/react/navigation-menu';
import { ChevronDown } from 'lucide-react';
import Link from 'next/link';
import type { CategoryNode } from '@/lib/category-tree.ts';

const trigger =
  'hover:bg-sunken data-popup-open:bg-sunken flex min-h-11 items-center gap-1.5 rounded-full px-4 text-sm font-medium transition-colors';

/** The departments, on wide windows. */
export function CategoryMenu({ tree }: { tree: readonly CategoryNode[] }) {
  return (
    <NavigationMenu.Root aria-label="Main">
      <NavigationMenu.List className="flex">
        <NavigationMenu.Item>
          <NavigationMenu.Trigger className={`${trigger} noscript:hidden`}>
            Shop
            <NavigationMenu.Icon className="transition-transform data-popup-open:rotate-180">
              <ChevronDown aria-hidden="true" className="size-4" />
            </NavigationMenu.Icon>
          </NavigationMenu.Trigger>
          <a href="#departments" className={`${trigger} noscript:flex hidden`}>
            Shop
          </a>
          <NavigationMenu.Content className="w-[min(64rem,calc(100vw-3rem))] p-8">
            <Departments tree={tree} />
          </NavigationMenu.Content>
        </NavigationMenu.Item>
      </NavigationMenu.List>
      <NavigationMenu.Portal>
        <NavigationMenu.Positioner sideOffset={12} align="start" collisionPadding={24} className="z-40">
          <NavigationMenu.Popup className="bg-surface border-line shadow-lift rounded-lg border transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
            <NavigationMenu.Viewport />
          </NavigationMenu.Popup>
        </NavigationMenu.Positioner>
      </NavigationMenu.Portal>
    </NavigationMenu.Root>
  );
}

function Departments({ tree }: { tree: readonly CategoryNode[] }) {
  return (
    <div className="grid grid-cols-5 gap-x-8 gap-y-8">
      {tree.map((root) => (
        <div key={root.slug} className="space-y-3">
          <DepartmentLink href={`/c/${root.slug}`} className="font-medium">
            {root.name}
          </DepartmentLink>
          <ul className="space-y-2">
            {root.children.map((child) => (
              <li key={child.slug}>
                <DepartmentLink href={`/c/${child.slug}`} className="text-muted hover:text-ink text-sm">
                  {child.name}
                </DepartmentLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function DepartmentLink({
  href,
  className,
  children,
}: {
  href: string;
  className: string;
  children: string;
}) {
  return (
    <NavigationMenu.Link
      closeOnClick
      render={<Link href={href} prefetch={false} />}
      className={`inline-block underline-offset-4 hover:underline ${className}`}
    >
      {children}
    </NavigationMenu.Link>
  );
}
