/** Whole minutes from now until a moment; never negative. */
export function minutesFromNow(iso: string): number {
  return Math.max(0, Math.ceil((new Date(iso).getTime() - Date.now()) / 60_000));
}
