import { createCategory, createProduct, type CategoryInput, type ProductInput } from './catalog.ts';
import {
  createCart,
  createPromotion,
  createShippingMethod,
  createTaxRate,
  type CartInput,
  type PromotionInput,
  type ShippingMethodInput,
  type TaxRateInput,
} from './commerce.ts';
import type { Queryable } from './insert.ts';
import { createOrder, type OrderInput } from './orders.ts';
import { createCustomer, createStaff, type CustomerInput, type StaffInput } from './people.ts';
import { createStock, createStockLocation, type StockInput } from './stock.ts';

export type { CategoryFixture, ProductFixture, ProductInput } from './catalog.ts';
export { type Random, seeded } from './seeded.ts';
export { insertRow, type Queryable } from './insert.ts';
export { createToken } from './commerce.ts';
export { exampleAddress } from './people.ts';

/** The factories over one connection or pool: unique, valid rows with only what a test cares about spelt out. */
export function createFactories(db: Queryable) {
  return {
    createCategory: (input?: CategoryInput) => createCategory(db, input),
    createProduct: (input?: ProductInput) => createProduct(db, input),
    createStockLocation: (code?: string) => createStockLocation(db, code),
    createStock: (variantId: string, input: StockInput) => createStock(db, variantId, input),
    createCustomer: (input?: CustomerInput) => createCustomer(db, input),
    createStaff: (input?: StaffInput) => createStaff(db, input),
    createShippingMethod: (input?: ShippingMethodInput) => createShippingMethod(db, input),
    createTaxRate: (input?: TaxRateInput) => createTaxRate(db, input),
    createPromotion: (input?: PromotionInput) => createPromotion(db, input),
    createCart: (input?: CartInput) => createCart(db, input),
    createOrder: (input: OrderInput) => createOrder(db, input),
  };
}

export type Factories = ReturnType<typeof createFactories>;
