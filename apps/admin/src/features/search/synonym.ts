import type { RouterOutputs } from '@turing/client';

export type Synonym = RouterOutputs['products']['staff']['synonyms']['list']['items'][number];

export interface SynonymValues {
  kind: 'same' | 'oneWay';
  term: string;
  words: string[];
}

/** What the form starts with; a term is filled in for words that found nothing. */
export function valuesOf(synonym: Synonym | null, term = ''): SynonymValues {
  if (synonym === null) return { kind: term === '' ? 'same' : 'oneWay', term, words: [] };
  return {
    kind: synonym.term === null ? 'same' : 'oneWay',
    term: synonym.term ?? '',
    words: [...synonym.words],
  };
}

/** The rules as they are sent. */
export function rulesOf({ kind, term, words }: SynonymValues): { term: string | null; words: string[] } {
  return { term: kind === 'same' ? null : term.trim(), words };
}

/** Why the words cannot be saved; null when they can. */
export function wordsProblem({ kind, term, words }: SynonymValues): string | null {
  if (kind === 'same' && words.length < 2) return 'Add at least two words.';
  if (words.length === 0) return 'Add at least one word.';
  const all = [...words, ...(kind === 'oneWay' ? [term.trim()] : [])].map((word) => word.toLowerCase());
  return new Set(all).size === all.length ? null : 'Each word once.';
}
