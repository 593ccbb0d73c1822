import { randomUUID } from 'node:crypto';
import { addJob } from '@turing/db';
import { ShopError } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import type { Context } from '../../context.ts';
import type { SampleLetter, SendSampleInput, SentSample } from './schemas.ts';

type SampleContext = StaffContext & Pick<Context, 'letters'> & { readonly staff: { readonly email: string } };

/**
 * Sends a letter with made-up data to who asks, and to nobody else.
 * @throws LETTER_NOT_FOUND, IDEMPOTENCY_KEY_REUSED
 */
export async function sendSample(ctx: SampleContext, input: SendSampleInput): Promise<SentSample> {
  const { email: to } = ctx.staff;
  if (!ctx.letters.list().some((letter) => letter.id === input.id)) {
    throw new ShopError('LETTER_NOT_FOUND', { id: input.id });
  }
  await writeAsStaff(ctx, { operation: 'letters.sendSample', input }, async (tx) => {
    const payload: SampleLetter = { letter: input.id, to, id: randomUUID() };
    await addJob(tx, { task: 'send-sample-letter', payload }, { maxAttempts: 5 });
    const after = { letter: input.id };
    return { audit: { entityType: 'letter', entityId: input.id, before: null, after }, receipt: null };
  });
  return { to };
}
