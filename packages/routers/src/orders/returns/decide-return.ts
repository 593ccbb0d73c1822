import type { ReturnEvent } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { changeReturn } from './change-return.ts';
import type { ReturnChange } from './return-store.ts';
import type {
  ApproveReturnInput,
  RejectReturnInput,
  ReturnEditInput,
  ShipReturnInput,
  StaffReturnView,
} from './schemas.ts';
import { writeReturn } from './write-return.ts';

/**
 * Lets a return come; the buyer gets the instructions, with a message if there is one.
 * @throws RETURN_NOT_FOUND, RETURN_TRANSITION_REFUSED, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function approveReturn(ctx: StaffContext, input: ApproveReturnInput): Promise<StaffReturnView> {
  return decide(ctx, input, { event: 'approved', change: { message: input.message } });
}

/**
 * Refuses a return, with the reason the buyer is told.
 * @throws RETURN_NOT_FOUND, RETURN_TRANSITION_REFUSED, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function rejectReturn(ctx: StaffContext, input: RejectReturnInput): Promise<StaffReturnView> {
  return decide(ctx, input, { event: 'rejected', change: { message: input.message } });
}

/**
 * Records that a return is on its way.
 * @throws RETURN_NOT_FOUND, RETURN_TRANSITION_REFUSED, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function markReturnSent(ctx: StaffContext, input: ShipReturnInput): Promise<StaffReturnView> {
  const { carrier, trackingNumber } = input;
  return decide(ctx, input, { event: 'sent', change: { carrier, tracking_number: trackingNumber } });
}

/**
 * Calls a return off before it is sent: its units can be returned anew.
 * @throws RETURN_NOT_FOUND, RETURN_TRANSITION_REFUSED, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function cancelReturn(ctx: StaffContext, input: ReturnEditInput): Promise<StaffReturnView> {
  return decide(ctx, input, { event: 'cancelled', change: {} });
}

/**
 * Ends an inspected return without money, as when nothing arrived or nothing is owed.
 * @throws RETURN_NOT_FOUND, RETURN_TRANSITION_REFUSED, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function closeReturn(ctx: StaffContext, input: ReturnEditInput): Promise<StaffReturnView> {
  return decide(ctx, input, { event: 'closed', change: {} });
}

async function decide(
  ctx: StaffContext,
  input: ReturnEditInput,
  { event, change }: { readonly event: ReturnEvent; readonly change: ReturnChange },
): Promise<StaffReturnView> {
  return writeReturn(ctx, { operation: `returns.${event}`, input }, async (tx, { back }) => {
    await changeReturn(tx, back, { event, actor: { kind: 'staff', id: ctx.staff.id }, change });
    // Not the words: the audit is never erased.
    return { event };
  });
}
