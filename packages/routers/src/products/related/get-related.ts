import type { Database } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { StaffRelated } from './schemas.ts';
import { findStaffRelated } from './staff-related-store.ts';

/**
 * What is shown beside a product: what staff picked and what orders say.
 * @throws PRODUCT_NOT_FOUND
 */
export async function getRelated(db: Database, productId: string): Promise<StaffRelated> {
  const related = await findStaffRelated(db, productId);
  if (related === null) throw new ShopError('PRODUCT_NOT_FOUND', { id: productId });
  return related;
}
