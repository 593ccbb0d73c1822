import type { Transaction } from '@turing/db';
import { personalData, type RegisteredTable } from '@turing/db/personal-data';
import { CompiledQuery } from 'kysely';

const batch = 1000;
const dayMs = 86_400_000;

export interface Rule {
  /** Its table. */
  readonly table: string;
  readonly days: number;
  readonly sql: string;
}

/** What the register says about time, as statements that each take a batch. */
export const rules: readonly Rule[] = personalData.flatMap(ruleOf);

// Texts of the register, never of a caller.
function ruleOf({ schema, name, personal }: RegisteredTable): Rule[] {
  if (personal?.retention.kind !== 'days') return [];
  const { days, since, where, clear } = personal.retention;
  const table = `"${schema}"."${name}"`;
  const change = clear === undefined ? `delete from ${table}` : `update ${table} set ${clear}`;
  const sql = `${change} where ctid = any(array(select t.ctid from ${table} t
    where t."${since}" < $1 ${where === undefined ? '' : `and ${where}`} limit ${batch} for update skip locked))`;
  return [{ table: name, days, sql }];
}

/** Applies a rule to the next rows whose time is over. How many. */
export async function applyRule(tx: Transaction, rule: Rule, now: Date): Promise<number> {
  const query = CompiledQuery.raw(rule.sql, [new Date(now.getTime() - rule.days * dayMs)]);
  const { numAffectedRows = 0n } = await tx.getExecutor().executeQuery(query);
  return Number(numAffectedRows);
}
