import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { changeReturn } from './change-return.ts';
import { listReturnLines, setReceived } from './return-store.ts';
import type { ReceiveReturnInput, StaffReturnView } from './schemas.ts';
import { writeReturn } from './write-return.ts';

/**
 * Counts what arrived of each line of a return. Nothing is on a shelf yet.
 * @throws RETURN_NOT_FOUND, RETURN_TRANSITION_REFUSED, RETURN_QUANTITY_INVALID with `lineId` for more than was announced or a
 * line left out, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function receiveReturn(ctx: StaffContext, input: ReceiveReturnInput): Promise<StaffReturnView> {
  return writeReturn(ctx, { operation: 'returns.received', input }, async (tx, { back }) => {
    const lines = await listReturnLines(tx, back.id);
    const received = lines.map((line) => {
      const counted = input.lines.filter(({ lineId }) => lineId === line.id);
      const [{ quantity } = { quantity: -1 }] = counted;
      if (counted.length !== 1 || quantity < 0 || quantity > line.quantity)
        throw new ShopError('RETURN_QUANTITY_INVALID', { lineId: line.id, left: line.quantity });
      return { lineId: line.id, quantity };
    });
    if (received.length !== input.lines.length) throw new ShopError('RETURN_QUANTITY_INVALID');
    await changeReturn(tx, back, {
      event: 'received',
      actor: { kind: 'staff', id: ctx.staff.id },
      data: { units: received.reduce((sum, { quantity }) => sum + quantity, 0) },
    });
    await setReceived(tx, received);
    return { event: 'received', lines: received };
  });
}
