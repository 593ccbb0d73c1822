import { type Database, defineStatement } from '@turing/db';
import { sql } from 'kysely';
import type { KnownWord } from './spelling.ts';

/** What may stand beside a word in a search: words in order, under which they are found. */
interface OtherWords {
  readonly words: string[];
  readonly lexemes: string[];
}

export interface NearWord extends KnownWord {
  readonly synonyms: OtherWords[] | null;
}

/** A word of the query that means something, with what the vocabulary says of it. */
export interface Token {
  readonly clause: number;
  readonly place: number;
  readonly word: string;
  readonly lexeme: string;
  /** Products that have it anywhere but in the description; 0: unknown, or only there. */
  readonly documents: number;
  /** Whether an unknown word is in some description, or is two words of a name written as one. */
  readonly isFound: boolean;
  /** It and the word after it written as one. */
  readonly joined: string | null;
  /** Known words that are spelt alike, of an unknown one. */
  readonly near: NearWord[] | null;
  /** Known words that it begins, of an unknown one or the last. */
  readonly longer: NearWord[] | null;
}

export interface SynonymMatch extends OtherWords {
  readonly clause: number;
  /** Places of the first and last word that it stands for. */
  readonly first: number;
  readonly last: number;
}

/** Products with the code: 3 exactly, 2 at its beginning, 1 at its end. */
interface CodeMatch {
  readonly id: string;
  readonly fit: number;
}

export interface Reading {
  readonly documents: number;
  readonly hasTiers: boolean;
  readonly tokens: Token[] | null;
  readonly synonyms: SynonymMatch[] | null;
  readonly codes: CodeMatch[] | null;
}

interface ReadingParams {
  readonly texts: readonly string[];
  readonly code: string;
}

const readQuery = defineStatement<ReadingParams, { reading: Reading }>('search_reading', (db, param) => ({
  compile: () =>
    sql<{ reading: Reading }>`
    select search.read_query(${param('texts')}::text[], ${param('code')}::text) as reading`.compile(db),
}));

/** Looks the words of a query up: how common they are, what they may be meant for, what means the same. */
export async function loadReading(db: Database, params: ReadingParams): Promise<Reading> {
  const [row] = await db.run(readQuery, params);
  if (row === undefined) throw new Error('search.statistic has no row');
  return row.reading;
}
