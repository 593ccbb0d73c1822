import type { NewRow } from '../../src/testing/insert.ts';

/** Everything the past orders leave in the database, table by table. */
export interface OrderRows {
  order: NewRow<'order'>[];
  order_line: NewRow<'order_line'>[];
  order_tax: NewRow<'order_tax'>[];
  order_promotion: NewRow<'order_promotion'>[];
  shipment: NewRow<'shipment'>[];
  shipment_line: NewRow<'shipment_line'>[];
  order_timeline: NewRow<'order_timeline'>[];
  payment: NewRow<'payment'>[];
  payment_attempt: NewRow<'payment_attempt'>[];
  refund: NewRow<'refund'>[];
  stock_movement: NewRow<'stock_movement'>[];
}

export function emptyOrderRows(): OrderRows {
  return {
    order: [],
    order_line: [],
    order_tax: [],
    order_promotion: [],
    shipment: [],
    shipment_line: [],
    order_timeline: [],
    payment: [],
    payment_attempt: [],
    refund: [],
    stock_movement: [],
  };
}

/** Units of a variant at a location: promised to open orders, and gone. */
export interface Movement {
  variantId: string;
  locationId: string;
  allocated: number;
  shipped: number;
}

/** Sums what orders promise and ship by variant and location. */
export class StockBook {
  readonly entries = new Map<string, Movement>();

  add(change: Movement): void {
    const key = `${change.variantId} ${change.locationId}`;
    const entry = this.entries.get(key);
    if (entry === undefined) {
      this.entries.set(key, { ...change });
      return;
    }
    entry.allocated += change.allocated;
    entry.shipped += change.shipped;
  }

  at(variantId: string, locationId: string): { allocated: number; shipped: number } {
    return this.entries.get(`${variantId} ${locationId}`) ?? { allocated: 0, shipped: 0 };
  }
}
