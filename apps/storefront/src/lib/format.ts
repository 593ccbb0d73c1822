const dateFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const momentFormat = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});
const countFormat = new Intl.NumberFormat('en-US');

/** "November 22, 2026", of an ISO string. */
export function formatDate(iso: string): string {
  return dateFormat.format(new Date(iso));
}

/** "Nov 22, 2026, 4:05 PM UTC", of an ISO string. */
export function formatMoment(iso: string): string {
  return `${momentFormat.format(new Date(iso))} UTC`;
}

/** "1 item", "1,204 items". */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${countFormat.format(count)} ${count === 1 ? singular : plural}`;
}

/** "2 to 4 working days", "1 working day". */
export function formatDays(minDays: number, maxDays: number): string {
  if (minDays === maxDays) return formatCount(maxDays, 'working day');
  return `${minDays} to ${formatCount(maxDays, 'working day')}`;
}
