import { addJob } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { rewriteDraft, touchDraft } from './draft-store.ts';
import { loadPricedDraft } from './price-draft.ts';
import type { SendDraftInput } from './schemas.ts';
import { changeDraft, type DraftReceipt } from './write-draft.ts';

const dayMs = 86_400_000;

/**
 * Sends a draft to whom it is for: a letter with its page, where it is looked at and paid until the link is over. Its prices
 * stay what they are now. Sent again it has a new time.
 * @throws DRAFT_INCOMPLETE with what is `missing`, and as `changeDraft`
 */
export async function sendDraft(ctx: StaffContext, input: SendDraftInput): Promise<DraftReceipt> {
  return changeDraft(ctx, { operation: 'drafts.send', input }, async (tx, draft) => {
    const now = ctx.now();
    const { missing, items } = await loadPricedDraft(tx, draft, now);
    if (missing.length > 0) throw new ShopError('DRAFT_INCOMPLETE', { missing });
    const lines = items.map(({ line, unitPriceMinor }) => ({ ...line, unitPriceMinor }));
    await rewriteDraft(tx, draft.id, { ...draft, lines });
    const linkExpiresAt = new Date(now.getTime() + input.days * dayMs);
    const { message } = input;
    const version = await touchDraft(tx, draft, {
      now,
      sent_at: now,
      link_expires_at: linkExpiresAt,
      message,
    });
    const letter = { task: 'send-draft-letter', payload: { draftId: draft.id, version, message } };
    await addJob(tx, letter, { key: `draft:${draft.id}:${version}`, maxAttempts: 15 });
    return { version, after: { sentAt: now.toISOString(), days: input.days } };
  });
}
