'use client';

import { type ReactNode, useEffect, useRef } from 'react';

interface SidewaysListProps {
  /** Changes with the item that is marked as the current one. */
  current: string;
  className?: string;
  children: ReactNode;
}

/** A list that scrolls sideways where it is too wide, its current item in sight. */
export function SidewaysList({ current, className = '', children }: SidewaysListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const item = list.current?.querySelector('[aria-current]');
    item?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [current]);
  return (
    <ul ref={list} className={`flex overflow-x-auto ${className}`}>
      {children}
    </ul>
  );
}
