import { failureFor, sentenceFor } from '../../lib/messages.ts';

const shown = 3;

/** The sentence for a refused change of many, naming the products that stopped it. */
export function bulkProblem(error: unknown): string {
  const { code, details } = failureFor(error);
  const names = namesIn(details['names']).concat(
    Array.isArray(details['conflicts'])
      ? details['conflicts'].flatMap((conflict: unknown) => namesIn([nameOf(conflict)]))
      : [],
  );
  if (names.length === 0) return sentenceFor(error);
  const rest = names.length - shown;
  const list = names.slice(0, shown).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  if (code === 'VERSION_CONFLICT')
    return `Somebody changed ${list} meanwhile. Look at the list and try again.`;
  return code === 'PRODUCT_NOT_PUBLISHABLE'
    ? `These need a variant on sale with a price first: ${list}.`
    : `${sentenceFor(error)} (${list})`;
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
}

function nameOf(conflict: unknown): unknown {
  return typeof conflict === 'object' && conflict !== null && 'name' in conflict ? conflict.name : null;
}
