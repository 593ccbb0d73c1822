import { checkInvariants, type Finding } from '@turing/db/invariants';
import { Client } from 'pg';
import { databaseUrlOf, readSettings } from '../start/settings.ts';
import { CHECK_HELP, type CheckArguments, readArguments } from './options.ts';

/** `npm run check:invariants`: 0 when every invariant holds, 1 when one does not, 2 when it could not be asked. */
export async function main(argv: string[]): Promise<number> {
  try {
    const given = readArguments(argv);
    if (given !== 'help') return await check(given);
    console.log(CHECK_HELP);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 2;
  }
}

async function check({ url, samples, timeoutSeconds, isJson }: CheckArguments): Promise<number> {
  const client = new Client({
    connectionString: url ?? databaseUrlOf(readSettings(process.cwd(), process.env, false)),
    application_name: 'turing-check-invariants',
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    const findings = await checkInvariants(client, { samples, timeoutMs: timeoutSeconds * 1000 });
    const broken = findings.filter(({ violations }) => violations > 0);
    console.log(isJson ? JSON.stringify({ holds: broken.length === 0, findings }, null, 2) : tell(findings));
    return broken.length === 0 ? 0 : 1;
  } finally {
    await client.end();
  }
}

function tell(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ number, promise, violations, samples, ms }) => [
    `${String(number ?? '–').padStart(3)}  ${String(violations).padStart(7)}  ${promise} (${ms} ms)`,
    ...samples.map((id) => `              ${id}`),
  ]);
  const broken = findings.filter(({ violations }) => violations > 0).length;
  const end = broken === 0 ? `All ${findings.length} hold.` : `${broken} of ${findings.length} do not hold.`;
  return [`  #   broken  promise`, ...lines, end].join('\n');
}
