import type { Transaction } from '@turing/db';
import type { Json } from '../../idempotency/idempotency-store.ts';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { refusing } from './constraint-failure.ts';
import { type LockedProduct, lockProduct, type ProductFields, updateProductRow } from './product-store.ts';

interface ProductWrite {
  readonly id: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

/** What a change did: columns still to be written, and for the audit what they and the rest were and are. */
export interface ProductChange<Receipt = object> {
  readonly fields?: Partial<ProductFields>;
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
  /** What a retry is told besides the version. */
  readonly receipt?: Receipt;
}

/** The version a product has after a write. */
export interface WrittenProduct {
  readonly id: string;
  readonly version: number;
}

/**
 * One change of one product or its variants by staff: once per key, on the version they looked at, with its audit row
 * in the same transaction. Lock order: idempotency record, product, then what `change` locks; so two writers of one
 * product's variants queue here.
 * @throws PRODUCT_NOT_FOUND, VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED, what `change` throws, and the
 * refusals of the catalogue's constraints
 */
export async function writeProduct<Receipt extends Record<string, Json> = Record<string, never>>(
  ctx: StaffContext,
  write: { readonly operation: string; readonly input: ProductWrite },
  change: (tx: Transaction, product: LockedProduct) => Promise<ProductChange<Receipt>>,
): Promise<WrittenProduct & Receipt> {
  const { id, version } = write.input;
  return refusing(() =>
    writeAsStaff(ctx, write, async (tx) => {
      const product = await lockProduct(tx, id);
      assertVersion(version, product.version);
      const { fields, before, after, receipt } = await change(tx, product);
      await updateProductRow(tx, product, fields ?? {});
      return {
        audit: {
          entityType: 'product',
          entityId: id,
          before: { ...before, version },
          after: { ...after, version: version + 1 },
        },
        receipt: { ...(receipt as Receipt), id, version: version + 1 },
      };
    }),
  );
}
