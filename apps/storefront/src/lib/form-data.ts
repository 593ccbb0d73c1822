/** A text field; files and missing fields are empty. */
export function readText(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A password: spaces at its ends are part of it. */
export function readSecret(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

/** A whole number within bounds; what is not a number is the fallback. */
export function readWhole(
  data: FormData,
  name: string,
  bounds: { min: number; max: number; fallback: number },
): number {
  const value = Number(readText(data, name) || Number.NaN);
  if (!Number.isFinite(value)) return bounds.fallback;
  return Math.min(bounds.max, Math.max(bounds.min, Math.round(value)));
}
