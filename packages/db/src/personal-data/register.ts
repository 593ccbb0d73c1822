/** How long rows stay. */
export type Retention =
  /** As long as what they belong to. */
  | { readonly kind: 'with'; readonly owner: string }
  /** Days after `since` they are deleted, or only emptied by the assignments of `clear`, where `where` holds. */
  | {
      readonly kind: 'days';
      readonly days: number;
      readonly since: string;
      readonly where?: string;
      readonly clear?: string;
    }
  /** A job of the worker knows more than a column says. */
  | { readonly kind: 'job'; readonly job: string; readonly period: string }
  | { readonly kind: 'always'; readonly why: string };

/** What becomes of rows about somebody who is erased. */
export type Erasure =
  | { readonly how: 'removed' }
  /** These columns are emptied or replaced; the rest stays. */
  | { readonly how: 'anonymised'; readonly columns: readonly string[]; readonly why: string }
  /** Stays as it is. Nothing in it may name the person. */
  | { readonly how: 'kept'; readonly why: string };

export interface Exported {
  /** The name of the part of the file. */
  readonly section: string;
  readonly columns: readonly string[];
  /** Which rows `t` are the customer's: `$1` is the id, `$2` the verified address or null. */
  readonly where: string;
  /** What columns alone do not say, as SQL over `t`. */
  readonly also: Readonly<Record<string, string>>;
}

/** One table of the database, and what was decided about each column. */
export interface RegisteredTable {
  readonly schema: string;
  readonly name: string;
  /** Every column, whether or not it says anything about a person. */
  readonly columns: readonly string[];
  /** Null: nothing about any person. */
  readonly personal: {
    readonly about: 'customer' | 'staff' | 'both';
    readonly what: string;
    readonly exported: Exported | null;
    /** Says something about a person and is in no export; with the reason. */
    readonly withheld: Readonly<Record<string, string>>;
    readonly erasure: Erasure;
    readonly retention: Retention;
  } | null;
}

interface PersonalInput {
  readonly about?: 'customer' | 'staff' | 'both';
  readonly what: string;
  readonly exported?: { section: string; columns: string; where: string; also?: Record<string, string> };
  /** Reasons by the columns they are for. */
  readonly withheld?: Readonly<Record<string, string>>;
  /** Columns that say nothing about a person: ids, versions, counters. */
  readonly plain?: string;
  readonly erasure: Erasure;
  readonly retention: Retention;
}

export const removed: Erasure = { how: 'removed' };
export const kept = (why: string): Erasure => ({ how: 'kept', why });
export const anonymised = (columns: string, why: string): Erasure => ({
  how: 'anonymised',
  columns: list(columns),
  why,
});

export const withTheir = (owner: string): Retention => ({ kind: 'with', owner });
export const always = (why: string): Retention => ({ kind: 'always', why });
export const byJob = (job: string, period: string): Retention => ({ kind: 'job', job, period });
export const forDays = (
  days: number,
  since: string,
  rest: { readonly where?: string; readonly clear?: string } = {},
): Retention => ({ kind: 'days', days, since, ...rest });

/** Columns in one text. A name with a dot is of another schema than `public`. */
function list(columns: string): string[] {
  return columns.split(/\s+/u).filter(Boolean);
}

function named(table: string): Pick<RegisteredTable, 'schema' | 'name'> {
  const [first = '', second] = table.split('.');
  return second === undefined ? { schema: 'public', name: first } : { schema: first, name: second };
}

/** A table that says nothing about any person. */
export function nothing(table: string, columns: string): RegisteredTable {
  return { ...named(table), columns: list(columns), personal: null };
}

/** A table that says something about people. */
export function personal(table: string, input: PersonalInput): RegisteredTable {
  const withheld = Object.fromEntries(
    Object.entries(input.withheld ?? {}).flatMap(([columns, why]) =>
      list(columns).map((column) => [column, why]),
    ),
  );
  const exported = input.exported && {
    ...input.exported,
    columns: list(input.exported.columns),
    also: input.exported.also ?? {},
  };
  return {
    ...named(table),
    columns: [...(exported?.columns ?? []), ...Object.keys(withheld), ...list(input.plain ?? '')],
    personal: {
      about: input.about ?? 'customer',
      what: input.what,
      exported: exported ?? null,
      withheld,
      erasure: input.erasure,
      retention: input.retention,
    },
  };
}
