import type { Clause } from './query-text.ts';
import type { Reading, SynonymMatch, Token } from './reading-store.ts';
import { correctWord, type KnownWord } from './spelling.ts';
import { inTier, type NarrowQuery, narrowQuery, type PlanOptions, tierOf } from './tiers.ts';

/** One way in which a part of the query can be met, and what that is worth beside the best. */
interface Meaning {
  /** In PostgreSQL's tsquery syntax. */
  readonly query: string;
  readonly lexemes: readonly string[];
  readonly factor: number;
  readonly documents: number;
}

/** A part of the query that a product should meet, in any of its ways. */
interface Part {
  readonly branch: number;
  readonly meanings: readonly Meaning[];
  /** What is looked for; the other parts say which. */
  readonly isHead: boolean;
  /** Nothing without it is shown. */
  readonly isStrict: boolean;
}

/** What to look for: PostgreSQL text queries, and how to rank what they find. */
export interface SearchPlan extends NarrowQuery {
  /** The first that finds enough counts: all parts, then the head alone or all but one, then any. Empty: none. */
  readonly queries: readonly string[];
  /** One word that so many documents have that any few hundred of them have it. */
  readonly isCommon: boolean;
  readonly ranking: {
    readonly parts: readonly number[];
    readonly queries: readonly string[];
    readonly factors: readonly number[];
    readonly weights: readonly number[];
  };
  /** Of every part, for highlights, and of the last, which says what is wanted. */
  readonly lexemes: readonly string[];
  readonly headLexemes: readonly string[];
  readonly headFactors: readonly number[];
  /** The words in order, for names that are just these. */
  readonly phrase: string;
  readonly codes: { readonly ids: readonly string[]; readonly fits: readonly number[] };
  readonly didYouMean: string | null;
}

const worth = { synonym: 0.75, longer: 0.85, corrected: 0.85, alternative: 0.45, weak: 0.5 };

/** Works out what a query asks for from what the vocabulary knows of its words. */
export function planSearch(clauses: readonly Clause[], reading: Reading, options: PlanOptions): SearchPlan {
  const tokens = reading.tokens ?? [];
  const parts: Part[] = [];
  const excluded: string[] = [];
  const spelt: string[] = [];
  let isCorrected = false;
  clauses.forEach((clause, index) => {
    const own = tokens.filter((token) => token.clause === index);
    if (clause.kind === 'without') {
      if (own.length > 0) excluded.push(phraseOf(own));
      spelt.push(`-${clause.text}`);
    } else if (clause.kind === 'phrase') {
      if (own.length > 0)
        parts.push({ branch: clause.branch, meanings: [asPhrase(own)], isHead: true, isStrict: true });
      spelt.push(`"${clause.text}"`);
    } else {
      const synonyms = (reading.synonyms ?? []).filter((synonym) => synonym.clause === index);
      const head = headOf(clause.text, own);
      for (const token of own) {
        const { meanings, correction } = readToken(token, { own, synonyms, options });
        if (meanings.length > 0) {
          parts.push({ branch: clause.branch, meanings, isHead: token === head, isStrict: false });
        }
        if (correction !== null) isCorrected = true;
      }
      spelt.push(respell(clause.text, own, { own, synonyms, options }));
    }
  });
  const didYouMean = isCorrected ? spelt.join(' ') : null;
  return assemble({ parts, excluded, tokens, reading, didYouMean, options });
}

const comesWith = /\s(?:for|with|of|in|from)\s(?!\d)/iu;

/** English names a thing last, but before what it is for or comes with: a mug for tea. */
function headOf(text: string, own: readonly Token[]): Token | undefined {
  const before = text.search(comesWith);
  const words = before === -1 ? Number.POSITIVE_INFINITY : text.slice(0, before).trim().split(/\s+/u).length;
  return own.findLast(({ place }) => place <= words) ?? own.at(-1);
}

interface TokenContext {
  readonly own: readonly Token[];
  readonly synonyms: readonly SynonymMatch[];
  readonly options: PlanOptions;
}

interface TokenReading {
  readonly meanings: Meaning[];
  readonly correction: string | null;
}

function readToken(token: Token, { own, synonyms, options }: TokenContext): TokenReading {
  const meanings: Meaning[] = [];
  const before = own.find((other) => other.place === token.place - 1);
  const joined = [token.joined, before?.joined ?? null].filter((lexeme) => lexeme !== null);
  if (token.isFound) meanings.push(meaning(token, 1));
  for (const lexeme of joined)
    meanings.push({ query: quote(lexeme), lexemes: [lexeme], factor: 1, documents: 0 });
  const same = synonyms.filter(({ first, last }) => first <= token.place && token.place <= last);
  for (const { lexemes } of same) {
    meanings.push({ query: adjacent(lexemes), lexemes, factor: worth.synonym, documents: token.documents });
  }
  const isKnown = token.documents > 0 || same.length > 0;
  const longer = !isKnown || options.isHalfTyped ? (token.longer ?? []) : [];
  for (const word of longer) {
    if (word.documents > 0) meanings.push(meaning(word, worth.longer));
    for (const { lexemes } of word.synonyms ?? []) {
      meanings.push({
        query: adjacent(lexemes),
        lexemes,
        factor: worth.longer * worth.synonym,
        documents: 1,
      });
    }
  }
  // What somebody is still typing is no mistake while words begin like that.
  const isBeginning = options.isHalfTyped === true && longer.some(({ documents }) => documents > 0);
  if (isKnown || isBeginning) return { meanings, correction: null };
  const corrections = correctWord(token.word, token.near ?? []);
  corrections.forEach((word, index) => {
    const likelihood = index === 0 ? worth.corrected : worth.alternative;
    const factor = token.isFound ? worth.weak : likelihood;
    if (word.documents > 0) meanings.push(meaning(word, factor));
    for (const { lexemes } of word.synonyms ?? []) {
      meanings.push({ query: adjacent(lexemes), lexemes, factor: factor * worth.synonym, documents: 1 });
    }
  });
  const isSure = !token.isFound && longer.length === 0;
  return { meanings, correction: isSure ? (corrections[0]?.word ?? null) : null };
}

function respell(text: string, own: readonly Token[], context: TokenContext): string {
  return own.reduce((spelt, token) => {
    const { correction } = readToken(token, context);
    if (correction === null) return spelt;
    const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${token.word}(?![\p{L}\p{N}])`, 'iu');
    return pattern.test(spelt) ? spelt.replace(pattern, correction) : spelt;
  }, text);
}

function meaning({ lexeme, documents }: Pick<KnownWord, 'lexeme' | 'documents'>, factor: number): Meaning {
  return { query: quote(lexeme), lexemes: [lexeme], factor, documents };
}

function asPhrase(own: readonly Token[]): Meaning {
  const documents = Math.min(...own.map((token) => token.documents));
  return { query: phraseOf(own), lexemes: own.map(({ lexeme }) => lexeme), factor: 1, documents };
}

function quote(lexeme: string): string {
  return `'${lexeme.replaceAll("'", '')}'`;
}

function adjacent(lexemes: readonly string[]): string {
  return `(${lexemes.map(quote).join(' <-> ')})`;
}

/** Words that mean nothing keep their room between the others. */
function phraseOf(own: readonly Token[]): string {
  const steps = own.map(({ lexeme, place }, index) => {
    const previous = own[index - 1];
    return previous === undefined ? quote(lexeme) : ` <${place - previous.place}> ${quote(lexeme)}`;
  });
  return `(${steps.join('')})`;
}

interface Assembly {
  readonly parts: readonly Part[];
  readonly excluded: readonly string[];
  readonly tokens: readonly Token[];
  readonly reading: Reading;
  readonly didYouMean: string | null;
  readonly options: PlanOptions;
}

function assemble({ parts, excluded, tokens, reading, didYouMean, options }: Assembly): SearchPlan {
  const branches = [...Map.groupBy(parts, ({ branch }) => branch).values()];
  const without = excluded.map((query) => ` & !${query}`).join('');
  const unite = (queries: readonly string[]) =>
    queries.length === 0 ? '' : `(${queries.join(' | ')})${without}`;
  const all = unite(branches.map(allOf));
  const documents = Math.max(reading.documents, ...tokens.map((token) => token.documents), 1);
  // Of near misses the best are enough.
  const best = (own: readonly Part[], found: number) =>
    inTier(allOf(own), reading.hasTiers ? tierOf(found) : 0);
  const almost = branches.flatMap(almostAll).map((own) => best(own, expectedOf(own, documents)));
  const some = unite([...branches.map(allOf), ...almost]);
  const any = unite(branches.flatMap(anyOf).map((own) => best(own, expectedOf(own, documents))));
  const queries = almost.length === 0 ? [all] : [all, some, any];
  const expected = branches.reduce((sum, own) => sum + expectedOf(own, documents), 0);
  const heads = headsOf(parts);
  const codes = reading.codes ?? [];
  return {
    queries,
    ...narrowQuery(all, reading.hasTiers ? expected : 0, options),
    isCommon: reading.hasTiers && excluded.length === 0 && isCommon(parts, documents),
    ranking: rankingOf(parts, documents),
    lexemes: [...new Set(parts.flatMap(({ meanings }) => meanings.flatMap(({ lexemes }) => lexemes)))],
    headLexemes: [...heads.keys()],
    headFactors: [...heads.values()],
    phrase: tokens.map(({ word }) => word).join(' '),
    codes: { ids: codes.map(({ id }) => id), fits: codes.map(({ fit }) => fit) },
    didYouMean,
  };
}

function anyMeaning({ meanings }: Part): string {
  return `(${[...new Set(meanings.map(({ query }) => query))].join(' | ')})`;
}

function allOf(parts: readonly Part[]): string {
  return `(${parts.map(anyMeaning).join(' & ')})`;
}

const mostPartsToDrop = 8;

/** The head without what says which, and all parts but any other one. */
function almostAll(parts: readonly Part[]): (readonly Part[])[] {
  if (parts.length < 2) return [];
  const needed = parts.filter(({ isHead, isStrict }) => isHead || isStrict);
  if (needed.length === parts.length) return [];
  const dropOne = parts
    .filter(({ isStrict }) => !isStrict && parts.length > 2 && parts.length <= mostPartsToDrop)
    .map((dropped) => parts.filter((part) => part !== dropped));
  return needed.length === 0 ? dropOne : [needed, ...dropOne];
}

function anyOf(parts: readonly Part[]): (readonly Part[])[] {
  const strict = parts.filter(({ isStrict }) => isStrict);
  return strict.length > 0 ? [strict] : parts.map((part) => [part]);
}

/** What a thing may be called that is looked for, and what each name is worth. */
function headsOf(parts: readonly Part[]): Map<string, number> {
  const heads = new Map<string, number>();
  for (const { lexemes, factor } of parts
    .filter(({ isHead }) => isHead)
    .flatMap(({ meanings }) => meanings)) {
    const last = lexemes.at(-1);
    if (last !== undefined) heads.set(last, Math.max(factor, heads.get(last) ?? 0));
  }
  return heads;
}

function documentsOf({ meanings }: Part): number {
  return meanings.reduce((sum, { documents }) => sum + documents, 0);
}

function expectedOf(parts: readonly Part[], documents: number): number {
  return parts.reduce((rest, part) => (rest * Math.min(documentsOf(part), documents)) / documents, documents);
}

const commonShare = 0.03;

function isCommon(parts: readonly Part[], documents: number): boolean {
  const [part] = parts;
  if (part === undefined || parts.length > 1) return false;
  return Math.max(...part.meanings.map(({ documents: own }) => own)) >= commonShare * documents;
}

function rankingOf(parts: readonly Part[], documents: number): SearchPlan['ranking'] {
  const rows = parts.flatMap((part, index) => {
    const weight = Math.log(1 + documents / (1 + documentsOf(part)));
    return part.meanings.map(({ query, factor }) => ({ index, query, factor, weight }));
  });
  return {
    parts: rows.map(({ index }) => index),
    queries: rows.map(({ query }) => query),
    factors: rows.map(({ factor }) => factor),
    weights: rows.map(({ weight }) => Math.max(weight, 0.3)),
  };
}
