import type { Params } from '../params.ts';

/** Updates merge metadata key by key; an empty value removes its key. */
export function mergeMetadata(target: { metadata: Record<string, string> | null }, params: Params): void {
  if (!params.has('metadata')) return;
  const merged = { ...target.metadata, ...params.metadata() };
  target.metadata = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
}
