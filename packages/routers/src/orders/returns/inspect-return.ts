import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { type ReturnedUnits, takeBackLines } from '../../products/index.ts';
import { changeReturn } from './change-return.ts';
import { listReturnLines, type ReturnLineRow, setInspected } from './return-store.ts';
import type { InspectReturnInput, StaffReturnView } from './schemas.ts';
import { writeReturn } from './write-return.ts';

/**
 * Decides of every unit that arrived whether it goes onto a shelf or is written off; the ledger of stock says which. Lock
 * order: stock levels by id after the return.
 * @throws RETURN_NOT_FOUND, RETURN_TRANSITION_REFUSED, RETURN_QUANTITY_INVALID with `lineId` unless restocked and written off
 * are what arrived, STOCK_LOCATION_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function inspectReturn(ctx: StaffContext, input: InspectReturnInput): Promise<StaffReturnView> {
  return writeReturn(ctx, { operation: 'returns.inspected', input }, async (tx, { back }) => {
    const units = matchUnits(await listReturnLines(tx, back.id), input.lines);
    await changeReturn(tx, back, {
      event: 'inspected',
      actor: { kind: 'staff', id: ctx.staff.id },
      data: {
        restocked: units.reduce((sum, { restocked }) => sum + restocked, 0),
        writtenOff: units.reduce((sum, { writtenOff }) => sum + writtenOff, 0),
      },
    });
    await setInspected(
      tx,
      units.map(({ returnLineId, ...unit }) => ({ ...unit, lineId: returnLineId })),
    );
    await takeBackLines(tx, units, ctx.staff.id);
    return { event: 'inspected', lines: input.lines };
  });
}

function matchUnits(lines: readonly ReturnLineRow[], judged: InspectReturnInput['lines']): ReturnedUnits[] {
  if (judged.length !== lines.length) throw new ShopError('RETURN_QUANTITY_INVALID');
  return lines.map((line) => {
    const unit = judged.find(({ lineId }) => lineId === line.id);
    if (unit === undefined || unit.restocked + unit.writtenOff !== line.receivedQuantity)
      throw new ShopError('RETURN_QUANTITY_INVALID', { lineId: line.id, left: line.receivedQuantity });
    const { restocked, writtenOff, locationId = line.locationId } = unit;
    return { returnLineId: line.id, variantId: line.variantId, locationId, restocked, writtenOff };
  });
}
