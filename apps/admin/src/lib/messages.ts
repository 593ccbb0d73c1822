import { TRPCClientError } from '@trpc/client';
import { type ApiFailure, failureOf } from '@turing/client';

/** What staff read for each way a request can fail. */
export const messages: Readonly<Record<ApiFailure['code'], string>> = {
  UNKNOWN: 'Something went wrong on our side. Try again; if it happens again, report the reference.',
  UNREACHABLE: 'The service does not answer. Check your connection and try again in a moment.',
  INPUT_INVALID: 'Some of what was entered is not valid. Check the form and try again.',
  MONEY_OUT_OF_RANGE: 'That amount is outside what the shop can handle.',
  CURRENCY_UNSUPPORTED: 'The shop does not sell in that currency.',
  ADDRESS_INVALID: 'That address is not complete or not valid for its country.',
  CURSOR_INVALID: 'That page of the list no longer exists. Go back to the first page.',
  WEBHOOK_SIGNATURE_INVALID: 'A message from the payment gateway could not be verified.',
  UNAUTHENTICATED: 'Your session has ended. Sign in to continue.',
  FORBIDDEN: 'Your role does not allow this. Ask an owner if you need it.',
  ORIGIN_FORBIDDEN: 'The request came from an address the shop does not trust.',
  PRODUCT_NOT_FOUND: 'That product does not exist.',
  CATEGORY_NOT_FOUND: 'That category does not exist.',
  VARIANT_NOT_FOUND: 'That variant does not exist.',
  CART_NOT_FOUND: 'That cart no longer exists.',
  CART_LINE_NOT_FOUND: 'That line is no longer in the cart.',
  ORDER_NOT_FOUND: 'That order does not exist. Check the number or look for it in the list.',
  SHIPPING_METHOD_NOT_FOUND: 'That shipping method does not exist.',
  PAYMENT_NOT_FOUND: 'There is no payment for that order.',
  CUSTOMER_NOT_FOUND: 'That customer does not exist.',
  PROMOTION_NOT_FOUND: 'That promotion code does not exist.',
  CART_ALREADY_ORDERED: 'That cart was already ordered.',
  CART_TOTAL_CHANGED: 'The total of the cart has changed.',
  ORDER_TRANSITION_REFUSED: 'The order is in another state by now, so this is not possible any more.',
  PAYMENT_TRANSITION_REFUSED: 'The payment is in another state by now, so this is not possible any more.',
  PAYMENT_AMOUNT_MISMATCH: 'The amount paid is not the amount of the order. Someone has to look at it.',
  IDEMPOTENCY_KEY_REUSED:
    'This was already submitted with other details. Close the window and look at the order.',
  IDEMPOTENCY_IN_PROGRESS: 'This is already being done. Wait a moment, then look at the order.',
  PRODUCT_MOVED: 'That product has another address by now.',
  COLLECTION_NOT_FOUND: 'That collection does not exist.',
  ATTRIBUTE_NOT_FOUND: 'That attribute or value does not exist.',
  MEDIA_NOT_FOUND: 'That picture does not exist.',
  UPLOAD_NOT_FOUND: 'The upload is gone or was never finished. Upload the file again.',
  PRICE_LIST_NOT_FOUND: 'That price list does not exist.',
  CUSTOMER_GROUP_NOT_FOUND: 'That customer group does not exist.',
  STOCK_LOCATION_NOT_FOUND: 'That stock location does not exist.',
  RESERVATION_NOT_FOUND: 'That reservation does not exist, or has been released.',
  REVIEW_NOT_FOUND: 'That review does not exist.',
  SYNONYM_NOT_FOUND: 'Those synonyms do not exist.',
  IMPORT_NOT_FOUND: 'That import does not exist.',
  SLUG_TAKEN: 'Something else has that address. Choose another.',
  SKU_TAKEN: 'Another variant has that SKU.',
  BARCODE_TAKEN: 'Another variant has that barcode.',
  CODE_TAKEN: 'That code is in use. Choose another.',
  NAME_TAKEN: 'That name is in use. Choose another.',
  STOCK_CONFLICT: 'The stock changed while you were looking at it. Look at the new count and try again.',
  REVIEW_ALREADY_WRITTEN: 'That customer has reviewed this product already.',
  VARIANT_LIMIT_EXCEEDED: 'A product can have at most 1,000 variants.',
  VARIANT_IN_USE: 'That variant has been ordered or has stock, so it can only be withdrawn.',
  PRODUCT_NOT_PUBLISHABLE: 'The product cannot be published yet. It needs a variant on sale with a price.',
  PRODUCT_IN_USE: 'That product has been ordered or has stock, so it can only be archived.',
  CATEGORY_NOT_EMPTY: 'The category still has products or categories below it. Move them first.',
  CATEGORY_CYCLE: 'A category cannot lie below itself.',
  ATTRIBUTE_IN_USE: 'Products still have that attribute or value.',
  STOCK_LOCATION_IN_USE: 'Open orders or reservations ship from that location, or it is the last that sells.',
  CUSTOMER_GROUP_IN_USE: 'A price list is still for that group.',
  PRICE_LIST_ACTIVE:
    'Switch the list off first. If you just did, its prices are being taken back: try again in a moment.',
  COLLECTION_RULED: 'The products of that collection follow from its rules.',
  MEDIA_REFUSED:
    'That file is not a picture the shop can use. Use a JPEG, PNG, WebP or AVIF of at most 20 MB.',
  IMPORT_FILE_REFUSED: 'That file cannot be imported. Use a CSV file with the columns of the template.',
  IMPORT_NOT_CANCELLABLE: 'That import has already ended.',
  VERSION_CONFLICT: 'Somebody changed this while you were looking at it. You now see its latest state.',
  PRODUCT_OUT_OF_STOCK: 'There is not enough stock left.',
  STOCK_INVALID: 'The stock of a product does not allow this. Check the quantities.',
  PRICE_UNAVAILABLE: 'A product has no price in that currency.',
  CART_EMPTY: 'The cart is empty.',
  CART_LIMIT_EXCEEDED: 'The cart holds more than the shop allows.',
  PROMOTION_NOT_APPLICABLE: 'That promotion does not apply here.',
  PROMOTION_EXHAUSTED: 'That promotion has been used up.',
  SHIPPING_UNAVAILABLE: 'The shop does not ship there.',
  ORDER_NOT_PAYABLE: 'The order cannot be paid any more.',
  ORDER_NOT_SHIPPABLE:
    'The order cannot be shipped as it stands. Check its payment and what is left to ship.',
  ORDER_EXPIRED: 'The order expired before it was paid.',
  PAYMENT_GATEWAY_REFUSED: 'The payment gateway refused. Nothing was changed.',
  REFUND_EXCEEDS_CAPTURE: 'More would be refunded than was paid.',
  RATE_LIMITED: 'Too many requests in a short time. Wait a moment and try again.',
  PAYMENT_GATEWAY_UNAVAILABLE: 'The payment gateway does not answer. Try again in a moment.',
  DATABASE_UNAVAILABLE: 'The service is busy restarting. Try again in a moment.',
  STORAGE_UNAVAILABLE: 'The place where files are kept does not answer. Try again in a moment.',
};

/** What went wrong, also where the failure never reached the API's client. */
export function failureFor(error: unknown): ApiFailure {
  if (error instanceof TRPCClientError) return failureOf(error);
  return { code: 'UNKNOWN', details: {}, fields: [], requestId: null };
}

/** The sentence for a failed request. */
export function sentenceFor(error: unknown): string {
  return messages[failureFor(error).code];
}
