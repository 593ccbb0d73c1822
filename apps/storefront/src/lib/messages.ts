import type { ApiFailure } from '@turing/client';
import type { ErrorCode } from '@turing/domain';

/** A sentence for the shopper per code: what happened, and what to do where there is something to do. */
export const errorMessages: Readonly<Record<ErrorCode | 'UNKNOWN' | 'UNREACHABLE', string>> = {
  INPUT_INVALID: 'Something in the form is not quite right. Check the marked fields and try again.',
  MONEY_OUT_OF_RANGE: 'That amount is too large for us. Lower the quantity and try again.',
  CURRENCY_UNSUPPORTED: 'We do not sell in that currency. Choose another one at the top of the page.',
  ADDRESS_INVALID: 'We cannot send a parcel to this address yet. Check the marked fields.',
  CURSOR_INVALID: 'This list has moved on. Start again from its first page.',
  WEBHOOK_SIGNATURE_INVALID: 'We could not verify that message.',
  UNAUTHENTICATED: 'Sign in to see this.',
  FORBIDDEN: 'Your account may not do this.',
  SECOND_FACTOR_REQUIRED: 'Set up a second factor first.',
  SIGN_IN_NOT_FRESH: 'Please sign in once more, so that we know it is you.',
  PERMISSION_NOT_HELD: 'Nobody can give others what they may not do themselves.',
  SET_UP_SECRET_WRONG: 'That is not the set-up code.',
  ORIGIN_FORBIDDEN: 'This request came from another site, so we refused it. Open the shop and try again.',
  PRODUCT_NOT_FOUND: 'We no longer carry this product.',
  CATEGORY_NOT_FOUND: 'We no longer have this department.',
  VARIANT_NOT_FOUND: 'This version is no longer sold. Choose another one.',
  CART_NOT_FOUND: 'Your cart has expired. Add the things you want once more.',
  CART_LINE_NOT_FOUND: 'That item is no longer in your cart.',
  ORDER_NOT_FOUND: 'We cannot find this order. Check the link in your e-mail.',
  ORDER_NOTE_NOT_FOUND: 'That note is gone.',
  ORDER_RISK_NOT_FOUND: 'That flag is gone.',
  SHIPMENT_NOT_FOUND: 'We cannot find this parcel.',
  REFUND_NOT_FOUND: 'We cannot find this refund.',
  RETURN_NOT_FOUND: 'We cannot find this return. Open your order to see where it is.',
  SHIPPING_METHOD_NOT_FOUND: 'This way of shipping is no longer offered. Choose another one.',
  PAYMENT_NOT_FOUND: 'We cannot find this payment. Open your order and try again.',
  CUSTOMER_NOT_FOUND: 'We cannot find this account.',
  CUSTOMER_NOTE_NOT_FOUND: 'That note does not exist.',
  ADDRESS_NOT_FOUND: 'This address is no longer in your address book.',
  ADDRESS_LIMIT_EXCEEDED: 'Your address book is full. Remove an address you no longer need first.',
  WISHLIST_LIMIT_EXCEEDED: 'Your wishlist is full. Remove something from it first.',
  PROMOTION_NOT_FOUND: 'We do not know this code. Check the spelling.',
  STAFF_NOT_FOUND: 'That member of staff does not exist.',
  ROLE_NOT_FOUND: 'That role does not exist any more.',
  INVITATION_NOT_FOUND: 'That invitation does not exist.',
  TOKEN_NOT_FOUND: 'That token does not exist.',
  SESSION_NOT_FOUND: 'That session has ended already.',
  DOCUMENT_NOT_FOUND: 'This document does not exist.',
  EXPORT_NOT_FOUND: 'This file does not exist any more. You can ask for a new one.',
  ERASURE_NOT_FOUND: 'Your account is not about to be deleted.',
  ERASURE_UNDER_WAY: 'Your account is being deleted. That cannot be stopped any more.',
  CART_ALREADY_ORDERED: 'This cart has been ordered already. The confirmation is in your e-mail.',
  CART_TOTAL_CHANGED:
    'The total changed while you were here. Check the new one, then place your order again.',
  ORDER_TRANSITION_REFUSED:
    'The order has moved on since you opened this page. Reload it to see where it is.',
  RETURN_TRANSITION_REFUSED:
    'Your return has moved on since you opened this page. Reload it to see where it is.',
  REFUND_TOTAL_CHANGED: 'The refund has changed since you opened this page. Reload it and try again.',
  PAYMENT_TRANSITION_REFUSED:
    'The payment has moved on since you opened this page. Reload it to see where it is.',
  PAYMENT_AMOUNT_MISMATCH:
    'The amount paid is not the amount due. We are looking into it and will write to you.',
  IDEMPOTENCY_KEY_REUSED: 'This form was sent before with other details. Check them and send it again.',
  IDEMPOTENCY_IN_PROGRESS: 'We are still working on your last click. Wait a moment, then try again.',
  PRODUCT_MOVED: 'This product has moved to another address.',
  COLLECTION_NOT_FOUND: 'We no longer have this collection.',
  ATTRIBUTE_NOT_FOUND: 'That attribute or value does not exist.',
  MEDIA_NOT_FOUND: 'That picture does not exist.',
  UPLOAD_NOT_FOUND: 'The upload is gone or was never finished. Upload the file again.',
  PRICE_LIST_NOT_FOUND: 'That price list does not exist.',
  CUSTOMER_GROUP_NOT_FOUND: 'That customer group does not exist.',
  STOCK_LOCATION_NOT_FOUND: 'That stock location does not exist.',
  RESERVATION_NOT_FOUND: 'That reservation does not exist, or has been released.',
  REVIEW_NOT_FOUND: 'We cannot find this review.',
  SYNONYM_NOT_FOUND: 'Those synonyms do not exist.',
  IMPORT_NOT_FOUND: 'That import does not exist.',
  SLUG_TAKEN: 'Something else has that address. Choose another.',
  SKU_TAKEN: 'Another variant has that SKU.',
  BARCODE_TAKEN: 'Another variant has that barcode.',
  CODE_TAKEN: 'That code is in use. Choose another.',
  NAME_TAKEN: 'That name is in use. Choose another.',
  STOCK_CONFLICT: 'The stock changed while you were looking at it. Look at the new count and try again.',
  REVIEW_ALREADY_WRITTEN: 'You have reviewed this product already. You can change your review.',
  VARIANT_LIMIT_EXCEEDED: 'A product can have at most 1,000 variants.',
  VARIANT_IN_USE: 'That variant has been ordered or has stock, so it can only be withdrawn.',
  PRODUCT_NOT_PUBLISHABLE: 'The product cannot be published yet. It needs a variant on sale with a price.',
  PRODUCT_IN_USE: 'That product has been ordered or has stock, so it can only be archived.',
  CATEGORY_NOT_EMPTY: 'The category still has products or categories below it. Move them first.',
  CATEGORY_CYCLE: 'A category cannot lie below itself.',
  ATTRIBUTE_IN_USE: 'Products still have that attribute or value.',
  STOCK_LOCATION_IN_USE: 'Open orders or reservations ship from that location, or it is the last that sells.',
  CUSTOMER_GROUP_IN_USE: 'A price list is still for that group.',
  STAFF_EMAIL_TAKEN: 'Somebody with that address works here or has an open invitation.',
  SET_UP_ALREADY: 'The shop has been set up already. Sign in instead.',
  PASSWORD_REFUSED: 'That password is too easy to guess. Use at least 10 characters, and not a common word.',
  LAST_OWNER: 'The shop needs an owner. Make somebody else an owner first.',
  OWN_ACCOUNT: 'You cannot do this to yourself. Ask a colleague.',
  STAFF_INACTIVE: 'That account is deactivated.',
  ROLE_IN_USE: 'People or open invitations still have that role.',
  INVITATION_INVALID: 'That invitation has been used, withdrawn or is over. Ask for a new one.',
  PRICE_LIST_ACTIVE: 'That price list is still in use.',
  COLLECTION_RULED: 'The products of that collection follow from its rules.',
  MEDIA_REFUSED: 'We cannot use this file. Choose a JPEG, PNG, WebP or AVIF of at most 20 MB.',
  IMPORT_FILE_REFUSED: 'That file cannot be imported. Use a CSV file with the columns of the template.',
  IMPORT_NOT_CANCELLABLE: 'That import has already ended.',
  VERSION_CONFLICT: 'This has changed since you opened it. Reload the page and try again.',
  PRODUCT_OUT_OF_STOCK: 'There is not enough of this in stock.',
  STOCK_INVALID: 'We could not reserve this item. Try again in a moment.',
  PRICE_UNAVAILABLE: 'This item has no price in your currency. Choose another currency or item.',
  CART_EMPTY: 'Your cart is empty.',
  CART_LIMIT_EXCEEDED: 'Your cart is full. Place this order first, or take something out.',
  PROMOTION_NOT_APPLICABLE: 'This code does not apply to what is in your cart.',
  PROMOTION_EXHAUSTED: 'This code has been used up.',
  CREDIT_CHANGED: 'What your gift cards and store credit pay has changed. Please look at the amount again.',
  GIFT_CARD_NOT_FOUND: 'We know no gift card with this code that can be used.',
  GIFT_CARD_NOT_APPLICABLE: 'This gift card is in another currency.',
  GIFT_CARD_RECIPIENT_REQUIRED: 'Please tell us for whom the gift card is.',
  CREDIT_ACCOUNT_NOT_FOUND: 'You have no store credit in this currency.',
  CREDIT_INSUFFICIENT: 'There is not enough left on it.',
  SHIPPING_UNAVAILABLE: 'We cannot ship these items to this address. Try another country.',
  ORDER_NOT_PAYABLE: 'This order cannot be paid any more.',
  ORDER_ON_HOLD: 'We are looking at this order before it is sent.',
  ORDER_LINES_NOT_CANCELLABLE: 'These items cannot be cancelled any more.',
  SHIPMENT_NOT_CHANGEABLE: 'This parcel cannot be changed any more.',
  RETURN_NOT_ALLOWED: 'These items cannot be sent back any more. Write to us and we will see what we can do.',
  RETURN_QUANTITY_INVALID: 'That is more than was sent to you or is already in a return.',
  RETURN_SETTLED: 'This return is settled already.',
  EXCHANGE_NOT_POSSIBLE: 'This exchange is not possible.',
  STORE_CREDIT_NEEDS_ACCOUNT: 'Store credit needs an account. Choose a refund, or make an account first.',
  REFUND_INVALID: 'This refund does not add up.',
  ORDER_NOT_SHIPPABLE: 'This order cannot be shipped.',
  DOCUMENT_NOT_DUE: 'There is no such document for this order yet.',
  NUMBER_TAKEN: 'That number is in use.',
  ORDER_EXPIRED: 'This order waited too long for its payment and was closed. Nothing was charged.',
  PAYMENT_GATEWAY_REFUSED: 'The payment provider refused to open a payment. Try again, or use another card.',
  REFUND_EXCEEDS_CAPTURE: 'More cannot be refunded than was paid.',
  RATE_LIMITED: 'That was a little too fast. Wait a moment, then try again.',
  PAYMENT_GATEWAY_UNAVAILABLE:
    'The payment provider does not answer at the moment. Your order is safe; try again shortly.',
  DATABASE_UNAVAILABLE: 'The shop is catching its breath. Try again in a moment.',
  STORAGE_UNAVAILABLE: 'The shop is catching its breath. Try again in a moment.',
  UNKNOWN: 'Something went wrong on our side. Try again in a moment.',
  UNREACHABLE: 'The shop does not answer at the moment. Nothing was lost; try again shortly.',
};

/** The sentence for a failure, with its facts where they help. */
export function messageOf(failure: ApiFailure): string {
  const { available, retryAfterMs } = failure.details;
  if (failure.code === 'PRODUCT_OUT_OF_STOCK' && typeof available === 'number') {
    return available > 0
      ? `Only ${available} of this are left. Lower the quantity in your cart.`
      : 'Something you wanted has just sold out.';
  }
  if (failure.code === 'RATE_LIMITED' && typeof retryAfterMs === 'number' && retryAfterMs > 1000) {
    return `That was a little too fast. Try again in ${Math.ceil(retryAfterMs / 1000)} seconds.`;
  }
  return errorMessages[failure.code];
}

/** The reference to quote to support, for failures that are ours to explain. */
export function referenceOf(failure: ApiFailure): string | null {
  return failure.code === 'UNKNOWN' ? failure.requestId : null;
}
