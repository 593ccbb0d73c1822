import { ShopError } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { listDocuments } from './document-store.ts';
import { issueDocuments } from './issue-documents.ts';
import type { DocumentView, IssueDocumentsInput } from './schemas.ts';

/**
 * Issues by hand what an order calls for and does not have yet, as after a rule was changed.
 * @throws ORDER_NOT_FOUND, DOCUMENT_NOT_DUE when nothing is missing, IDEMPOTENCY_KEY_REUSED
 */
export async function issueForStaff(ctx: StaffContext, input: IssueDocumentsInput): Promise<DocumentView[]> {
  const { orderId } = input;
  await writeAsStaff(ctx, { operation: 'orders.issueDocuments', input }, async (tx) => {
    const documentIds = await issueDocuments(tx, { orderId, now: ctx.now() });
    if (documentIds.length === 0) throw new ShopError('DOCUMENT_NOT_DUE', { orderId });
    return {
      audit: { entityType: 'order', entityId: orderId, before: null, after: { documentIds } },
      receipt: null,
    };
  });
  return listDocuments(ctx.db.reader, orderId);
}
