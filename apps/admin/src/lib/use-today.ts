'use client';

import { useState } from 'react';

/** Today by UTC, as an ISO date: of when what shows it was opened. */
export function useToday(): string {
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  return today;
}
