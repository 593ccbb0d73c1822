type Facts = Readonly<Record<string, unknown>> | null;

export interface Change {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs, by name; what stayed as it was is left out. */
export function changesOf(before: Facts, after: Facts): Change[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((name) => ({ name, before: textOf(before, name), after: textOf(after, name) }))
    .filter((change) => change.before !== change.after);
}

function textOf(facts: Facts, name: string): string | null {
  if (facts === null || !(name in facts)) return null;
  const value = facts[name];
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}
