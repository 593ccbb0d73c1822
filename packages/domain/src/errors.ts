/** Every kind of refusal, with the HTTP status it travels as. Closed: a new code picks one of these. */
export const errorKinds = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  refused: 422,
  limited: 429,
  unavailable: 503,
} as const;

/** How a caller may react to an error. */
export type ErrorKind = keyof typeof errorKinds;

/** The one table of what can go wrong on purpose: code → kind. Sentences for people live in the apps, keyed by code. */
export const errorCodes = {
  INPUT_INVALID: 'invalid',
  MONEY_OUT_OF_RANGE: 'invalid',
  CURRENCY_UNSUPPORTED: 'invalid',
  ADDRESS_INVALID: 'invalid',
  CURSOR_INVALID: 'invalid',
  WEBHOOK_SIGNATURE_INVALID: 'invalid',
  UNAUTHENTICATED: 'unauthenticated',
  FORBIDDEN: 'forbidden',
  SECOND_FACTOR_REQUIRED: 'forbidden',
  SIGN_IN_NOT_FRESH: 'forbidden',
  PERMISSION_NOT_HELD: 'forbidden',
  SET_UP_SECRET_WRONG: 'forbidden',
  ORIGIN_FORBIDDEN: 'forbidden',
  PRODUCT_NOT_FOUND: 'notFound',
  CATEGORY_NOT_FOUND: 'notFound',
  PRODUCT_MOVED: 'notFound',
  COLLECTION_NOT_FOUND: 'notFound',
  ATTRIBUTE_NOT_FOUND: 'notFound',
  MEDIA_NOT_FOUND: 'notFound',
  UPLOAD_NOT_FOUND: 'notFound',
  PRICE_LIST_NOT_FOUND: 'notFound',
  CUSTOMER_GROUP_NOT_FOUND: 'notFound',
  STOCK_LOCATION_NOT_FOUND: 'notFound',
  RESERVATION_NOT_FOUND: 'notFound',
  REVIEW_NOT_FOUND: 'notFound',
  SYNONYM_NOT_FOUND: 'notFound',
  VIEW_NOT_FOUND: 'notFound',
  IMPORT_NOT_FOUND: 'notFound',
  VARIANT_NOT_FOUND: 'notFound',
  CART_NOT_FOUND: 'notFound',
  CART_LINE_NOT_FOUND: 'notFound',
  ORDER_NOT_FOUND: 'notFound',
  ORDER_NOTE_NOT_FOUND: 'notFound',
  ORDER_RISK_NOT_FOUND: 'notFound',
  SHIPMENT_NOT_FOUND: 'notFound',
  RETURN_NOT_FOUND: 'notFound',
  REFUND_NOT_FOUND: 'notFound',
  SHIPPING_METHOD_NOT_FOUND: 'notFound',
  SHIPPING_ZONE_NOT_FOUND: 'notFound',
  REGION_NOT_FOUND: 'notFound',
  TAX_RATE_NOT_FOUND: 'notFound',
  PAYMENT_NOT_FOUND: 'notFound',
  DRAFT_NOT_FOUND: 'notFound',
  CUSTOMER_NOT_FOUND: 'notFound',
  CUSTOMER_NOTE_NOT_FOUND: 'notFound',
  ADDRESS_NOT_FOUND: 'notFound',
  PROMOTION_NOT_FOUND: 'notFound',
  GIFT_CARD_NOT_FOUND: 'notFound',
  CREDIT_ACCOUNT_NOT_FOUND: 'notFound',
  STAFF_NOT_FOUND: 'notFound',
  ROLE_NOT_FOUND: 'notFound',
  INVITATION_NOT_FOUND: 'notFound',
  TOKEN_NOT_FOUND: 'notFound',
  SESSION_NOT_FOUND: 'notFound',
  DOCUMENT_NOT_FOUND: 'notFound',
  LETTER_NOT_FOUND: 'notFound',
  SUBSCRIPTION_NOT_FOUND: 'notFound',
  EXPORT_NOT_FOUND: 'notFound',
  ERASURE_NOT_FOUND: 'notFound',
  CART_ALREADY_ORDERED: 'conflict',
  CART_TOTAL_CHANGED: 'conflict',
  QUOTE_EXPIRED: 'conflict',
  CREDIT_CHANGED: 'conflict',
  ORDER_TRANSITION_REFUSED: 'conflict',
  EDIT_TOTAL_CHANGED: 'conflict',
  RETURN_TRANSITION_REFUSED: 'conflict',
  REFUND_TOTAL_CHANGED: 'conflict',
  PAYMENT_TRANSITION_REFUSED: 'conflict',
  PAYMENT_AMOUNT_MISMATCH: 'conflict',
  IDEMPOTENCY_KEY_REUSED: 'conflict',
  IDEMPOTENCY_IN_PROGRESS: 'conflict',
  VERSION_CONFLICT: 'conflict',
  SLUG_TAKEN: 'conflict',
  SKU_TAKEN: 'conflict',
  BARCODE_TAKEN: 'conflict',
  VIEW_NAME_TAKEN: 'conflict',
  CODE_TAKEN: 'conflict',
  NAME_TAKEN: 'conflict',
  COUNTRY_TAKEN: 'conflict',
  TAX_RATE_TAKEN: 'conflict',
  STAFF_EMAIL_TAKEN: 'conflict',
  SET_UP_ALREADY: 'conflict',
  STOCK_CONFLICT: 'conflict',
  REVIEW_ALREADY_WRITTEN: 'conflict',
  ERASURE_UNDER_WAY: 'conflict',
  PRODUCT_OUT_OF_STOCK: 'refused',
  STOCK_INVALID: 'refused',
  VARIANT_LIMIT_EXCEEDED: 'refused',
  VARIANT_IN_USE: 'refused',
  PRODUCT_NOT_PUBLISHABLE: 'refused',
  PRODUCT_IN_USE: 'refused',
  CATEGORY_NOT_EMPTY: 'refused',
  CATEGORY_CYCLE: 'refused',
  ATTRIBUTE_IN_USE: 'refused',
  STOCK_LOCATION_IN_USE: 'refused',
  CUSTOMER_GROUP_IN_USE: 'refused',
  PRICE_LIST_ACTIVE: 'refused',
  COLLECTION_RULED: 'refused',
  MEDIA_REFUSED: 'refused',
  IMPORT_FILE_REFUSED: 'refused',
  IMPORT_NOT_CANCELLABLE: 'refused',
  PRICE_UNAVAILABLE: 'refused',
  CART_EMPTY: 'refused',
  CART_LIMIT_EXCEEDED: 'refused',
  ADDRESS_LIMIT_EXCEEDED: 'refused',
  WISHLIST_LIMIT_EXCEEDED: 'refused',
  PROMOTION_NOT_APPLICABLE: 'refused',
  PROMOTION_EXHAUSTED: 'refused',
  GIFT_CARD_NOT_APPLICABLE: 'refused',
  GIFT_CARD_RECIPIENT_REQUIRED: 'refused',
  GIFT_CARD_LIMIT_EXCEEDED: 'refused',
  CREDIT_INSUFFICIENT: 'refused',
  SHIPPING_UNAVAILABLE: 'refused',
  ORDER_NOT_PAYABLE: 'refused',
  ORDER_NOT_EDITABLE: 'refused',
  PAYMENT_METHOD_UNAVAILABLE: 'refused',
  PAYMENT_NOT_MANUAL: 'refused',
  PAYMENT_EXCEEDS_DUE: 'refused',
  DRAFT_NOT_OPEN: 'refused',
  DRAFT_INCOMPLETE: 'refused',
  ORDER_NOT_SHIPPABLE: 'refused',
  ORDER_ON_HOLD: 'refused',
  ORDER_LINES_NOT_CANCELLABLE: 'refused',
  SHIPMENT_NOT_CHANGEABLE: 'refused',
  RETURN_NOT_ALLOWED: 'refused',
  RETURN_QUANTITY_INVALID: 'refused',
  RETURN_SETTLED: 'refused',
  EXCHANGE_NOT_POSSIBLE: 'refused',
  STORE_CREDIT_NEEDS_ACCOUNT: 'refused',
  REFUND_INVALID: 'refused',
  ORDER_EXPIRED: 'refused',
  DOCUMENT_NOT_DUE: 'refused',
  NUMBER_TAKEN: 'refused',
  PAYMENT_GATEWAY_REFUSED: 'refused',
  REFUND_EXCEEDS_CAPTURE: 'refused',
  PASSWORD_REFUSED: 'refused',
  LAST_OWNER: 'refused',
  OWN_ACCOUNT: 'refused',
  STAFF_INACTIVE: 'refused',
  ROLE_IN_USE: 'refused',
  INVITATION_INVALID: 'refused',
  RATE_LIMITED: 'limited',
  PAYMENT_GATEWAY_UNAVAILABLE: 'unavailable',
  DATABASE_UNAVAILABLE: 'unavailable',
  TAX_UNAVAILABLE: 'unavailable',
  STORAGE_UNAVAILABLE: 'unavailable',
} as const satisfies Record<string, ErrorKind>;

/** A code of the table. It reaches clients as `data.reason`. */
export type ErrorCode = keyof typeof errorCodes;

/** The HTTP status a kind of error is answered with. */
export function httpStatusOf(kind: ErrorKind): number {
  return errorKinds[kind];
}

/**
 * An error the shop raises on purpose. `details` are facts for logs and for the sentence shown
 * (numbers, ids, fields): never secrets, never whole records. Pass the original error as `cause`.
 */
export class ShopError extends Error {
  readonly code: ErrorCode;
  readonly details?: Record<string, unknown>;

  constructor(code: ErrorCode, details?: Record<string, unknown>, options?: ErrorOptions) {
    super(code, options);
    this.name = 'ShopError';
    this.code = code;
    this.details = details;
  }

  get kind(): ErrorKind {
    return errorCodes[this.code];
  }
}

/** Whether a caught value is ours; everything else is answered 500 with its message hidden. */
export function isShopError(error: unknown): error is ShopError {
  return error instanceof ShopError;
}
