const day = 86_400_000;

export interface ReportRange {
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
}

/** The last so many days, today among them, in UTC as the log counts. */
export function lastDays(days: number, now: Date = new Date()): ReportRange {
  const to = now.toISOString().slice(0, 10);
  return { from: new Date(now.getTime() - (days - 1) * day).toISOString().slice(0, 10), to };
}

/** How often something was opened, of a hundred searches. */
export function clickThrough({ searches, clicks }: { searches: number; clicks: number }): string {
  if (searches === 0) return '–';
  return `${Math.round((100 * clicks) / searches)}%`;
}
