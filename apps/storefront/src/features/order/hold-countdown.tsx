'use client';

import { useEffect, useState } from 'react';
import { formatCount, formatMoment } from '@/lib/format.ts';
import { minutesFromNow } from '@/lib/time.ts';

export interface HoldCountdownProps {
  expiresAt: string;
  /** As the server saw it, so that both render the same at first. */
  minutesLeft: number;
}

/** Until when unpaid items are set aside. */
export function HoldCountdown({ expiresAt, minutesLeft }: HoldCountdownProps) {
  const [left, setLeft] = useState(minutesLeft);
  useEffect(() => {
    const timer = setInterval(() => setLeft(minutesFromNow(expiresAt)), 15_000);
    return () => clearInterval(timer);
  }, [expiresAt]);
  return (
    <p className="text-sm">
      {left > 0 ? `Set aside for another ${formatCount(left, 'minute')}, until ` : 'Set aside until '}
      <time dateTime={expiresAt}>{formatMoment(expiresAt)}</time>.
    </p>
  );
}
