/** Who looks at a cart, and when. */
export interface CartLook {
  /** Null for a guest: a customer's cart is nobody else's. */
  readonly customerId: string | null;
  /** Known at checkout, in lower case. */
  readonly email?: string | null;
  readonly now: Date;
}
