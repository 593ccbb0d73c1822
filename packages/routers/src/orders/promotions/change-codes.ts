import { randomInt } from 'node:crypto';
import { ShopError } from '@turing/domain';
import type { Transaction } from '@turing/db';
import type { StaffContext } from '../../customers/index.ts';
import { insertCode, insertFreeCodes } from './code-store.ts';
import { type LockedPromotion, touchPromotion } from './promotion-store.ts';
import type { AddCodeInput, GeneratedCodes, GenerateCodesInput, Promotion } from './staff-schemas.ts';
import { writePromotion } from './write-promotion.ts';

/** Letters and digits that nobody takes for one another: 30 of them, 10 places are 49 bits. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const places = 10;

/**
 * Gives a promotion one more code.
 * @throws PROMOTION_NOT_FOUND, VERSION_CONFLICT, CODE_TAKEN, INPUT_INVALID for an automatic one, IDEMPOTENCY_KEY_REUSED
 */
export async function addCode(ctx: StaffContext, input: AddCodeInput): Promise<Promotion> {
  const { code, usageLimit } = input;
  return writePromotion(ctx, { operation: 'promotions.addCode', input }, async (tx, promotion) => {
    assertTakesCodes(promotion);
    await insertCode(tx, { promotionId: promotion.id, code, usageLimit });
    await touchPromotion(tx, promotion, ctx.now());
    return { before: null, after: { code, usageLimit } };
  });
}

/**
 * Makes up codes that nobody guesses and nobody has, each with a limit of its own.
 * @throws PROMOTION_NOT_FOUND, VERSION_CONFLICT, INPUT_INVALID for an automatic one, IDEMPOTENCY_KEY_REUSED
 */
export async function generateCodes(ctx: StaffContext, input: GenerateCodesInput): Promise<GeneratedCodes> {
  const { count, prefix, usageLimit } = input;
  const { version } = await writePromotion(
    ctx,
    { operation: 'promotions.generateCodes', input },
    async (tx, promotion) => {
      assertTakesCodes(promotion);
      await fill(tx, promotion, input);
      await touchPromotion(tx, promotion, ctx.now());
      return { before: null, after: { generated: count, prefix, usageLimit } };
    },
  );
  return { version, generated: count };
}

async function fill(tx: Transaction, { id }: LockedPromotion, input: GenerateCodesInput): Promise<void> {
  const { prefix, usageLimit } = input;
  let missing = input.count;
  while (missing > 0) {
    const codes = Array.from({ length: missing }, () => `${prefix}${makeCode()}`);
    missing -= await insertFreeCodes(tx, codes, { promotionId: id, usageLimit });
  }
}

function makeCode(): string {
  return Array.from({ length: places }, () => alphabet[randomInt(alphabet.length)]).join('');
}

function assertTakesCodes({ id, automatic }: LockedPromotion): void {
  if (automatic) throw new ShopError('INPUT_INVALID', { field: 'code', promotion: id });
}
