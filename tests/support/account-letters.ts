import type { AccountLetter } from '@turing/routers';
import type { Pool } from 'pg';

/** The letters about accounts that wait for the worker, oldest first. */
export async function lettersTo(pool: Pool, email: string): Promise<AccountLetter[]> {
  const { rows } = await pool.query<{ payload: AccountLetter }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'send-account-letter' and j.payload->>'to' = $1 order by j.id`,
    [email],
  );
  return rows.map(({ payload }) => payload);
}

/** The last letter of a kind. Fails when there is none. */
export async function letterTo(pool: Pool, email: string, template: string): Promise<AccountLetter> {
  const letter = (await lettersTo(pool, email)).findLast((one) => one.template === template);
  if (letter === undefined) throw new Error(`no letter ${template} waits for ${email}`);
  return letter;
}

/** What its link carries. */
export function tokenOf({ url }: AccountLetter): string {
  return new URL(url).searchParams.get('token') ?? '';
}
