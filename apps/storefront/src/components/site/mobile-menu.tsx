'use client';

import { Menu } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { CategoryNode } from '@/lib/category-tree.ts';
import type { RegionChoice } from './region-switch.tsx';

// Loaded when it is first asked for: most pages are read without it.
const MobileDrawer = dynamic(() => import('./mobile-drawer.tsx').then((module) => module.MobileDrawer));

export interface MobileMenuProps {
  tree: readonly CategoryNode[];
  regions: readonly RegionChoice[];
  region: RegionChoice;
}

/** The departments, on narrow windows. */
export function MobileMenu(props: MobileMenuProps) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-label="Open the menu"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
        className="noscript:hidden hover:bg-sunken -ml-2.5 grid size-11 place-items-center rounded-full transition-colors"
      >
        <Menu aria-hidden="true" className="size-5" strokeWidth={1.5} />
      </button>
      <a href="#departments" className="noscript:inline hidden text-sm underline">
        Menu
      </a>
      {wanted && <MobileDrawer {...props} open={open} onOpenChange={setOpen} />}
    </>
  );
}
