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

const beyond = sql`chr(1114111)`;

const synonymsOfWord = sql`(
  select json_agg(json_build_object('words', y.words, 'lexemes', y.lexemes)) from search.synonym y where y.key = w.lexeme)`;

const near = sql`
  select json_agg(w) from (
    select w.word, w.lexeme, w.documents, ${synonymsOfWord} as synonyms
    from search.word w where w.word in (
      select word from search.word where deletions && search.deletions(t.word)
      union select word from search.word where length(t.word) >= 5 and word % t.word and similarity(word, t.word) >= 0.4)
    order by abs(length(w.word) - length(t.word)), w.documents desc limit 60
  ) w`;

const longer = sql`
  select json_agg(w) from (
    select w.word, w.lexeme, w.documents, ${synonymsOfWord} as synonyms
    from (
      select * from search.word where word > t.word and word < t.word || ${beyond} order by documents desc, word limit 12
    ) w
  ) w`;

const tokens = sql`
  select json_agg(json_build_object(
    'clause', t.clause, 'place', t.place, 'word', t.word, 'lexeme', t.lexeme, 'documents', t.documents,
    'joined', search.lexeme(t.word || t.next),
    'isFound', t.documents > 0 or exists (
      select from search.product_document d where d.document @@ ('''' || t.lexeme || '''')::tsquery),
    'near', case when t.documents = 0 and length(t.word) between 3 and 24 then (${near}) end,
    'longer', case when t.is_last or t.documents = 0 and length(t.word) > 1 then (${longer}) end
  ) order by t.clause, t.place) from token t`;

const synonyms = sql`
  select json_agg(json_build_object('clause', s.clause, 'first', s.first, 'last', s.last, 'words', y.words, 'lexemes', y.lexemes))
  from (
    select a.clause, a.place as first, b.place as last, (
      select string_agg(m.lexeme, ' ' order by m.place) from token m where m.clause = a.clause and m.place between a.place and b.place
    ) as key
    from token a join token b on b.clause = a.clause and b.place between a.place and a.place + 3
  ) s join search.synonym y on y.key = s.key`;

const readQuery = defineStatement<ReadingParams, { reading: Reading }>('search_reading', (db, param) => {
  const code = sql`${param('code')}::text`;
  return {
    compile: () =>
      sql<{ reading: Reading }>`
      with typed as materialized (
        select given.clause::int - 1 as clause, w.place::int as place, left(w.word, 60) as word, search.lexeme(left(w.word, 60)) as lexeme
        from unnest(${param('texts')}::text[]) with ordinality as given (text, clause),
          unnest(search.words(given.text)) with ordinality as w (word, place)
        order by 1, 2 limit 16
      ), token as materialized (
        select t.*, coalesce((select sum(w.documents)::int from search.word w where w.lexeme = t.lexeme), 0) as documents
        from (
          select typed.*, lead(word) over (partition by clause order by place) as next,
            row_number() over (order by clause desc, place desc) = 1 as is_last
          from typed
        ) t where t.lexeme is not null
      )
      select json_build_object(
        'documents', s.documents, 'hasTiers', s.tiers <> '{}',
        'tokens', (${tokens}), 'synonyms', (${synonyms}),
        'codes', (
          select json_agg(json_build_object('id', c.product_id, 'fit', c.fit)) from (
            select product_id, max(case when code = ${code} then 3 when starts_with(code, ${code}) then 2 else 1 end) as fit
            from search.product_code
            where ${code} <> '' and (code >= ${code} and code < ${code} || ${beyond}
              or reverse(code) collate "C" >= reverse(${code}) and reverse(code) collate "C" < reverse(${code}) || ${beyond})
            group by 1 order by 2 desc, 1 limit 60
          ) c)
      ) as reading
      from search.statistic s`.compile(db),
  };
});

/** Looks the words of a query up: how common they are, what they may be meant for, what means the same. */
export async function loadReading(db: Database, params: ReadingParams): Promise<Reading> {
  const [row] = await db.run(readQuery, params);
  if (row === undefined) throw new Error('search.statistic has no row');
  return row.reading;
}
