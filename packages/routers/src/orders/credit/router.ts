import { customerProcedure, publicProcedure, router, staffProcedure } from '../../trpc.ts';
import {
  accountHistoryInput,
  adjustGiftCardInput,
  changeStoreCreditInput,
  creditHistoryInput,
  creditHistorySchema,
  giftCardPageSchema,
  giftCardInput,
  giftCardSchema,
  issuedGiftCardSchema,
  issueGiftCardInput,
  listGiftCardsInput,
  myCreditSchema,
  myHistorySchema,
  resendGiftCardInput,
  setGiftCardDisabledInput,
  setGiftCardExpiryInput,
  storeCreditOfInput,
  storeCreditSchema,
} from './account-schemas.ts';
import { cartSchema } from '../cart-schemas.ts';
import { applyGiftCard, removeCredit, useStoreCredit } from './change-cart-credit.ts';
import { changeGift, removeGift } from './change-gift.ts';
import {
  adjustGiftCard,
  resendGiftCard,
  setGiftCardDisabled,
  setGiftCardExpiry,
} from './change-gift-card.ts';
import { changeStoreCredit } from './change-store-credit.ts';
import { checkBalance } from './check-balance.ts';
import {
  applyGiftCardInput,
  balanceSchema,
  changeGiftInput,
  checkBalanceInput,
  removeCreditInput,
  removeGiftInput,
  useStoreCreditInput,
} from './credit-schemas.ts';
import { getGiftCard, listGiftCards } from './gift-card-list-store.ts';
import { listHistory, listStoreCredit } from './history-store.ts';
import { issueGiftCard } from './issue-gift-card.ts';
import { listCustomerAccounts } from './store-credit-store.ts';

/** Whoever calls these may be guessing codes. */
const guessProcedure = publicProcedure.meta({ access: 'public', limit: 'guess' });
const read = staffProcedure('credit:read');
const write = staffProcedure('credit:write');

const staffRouter = router({
  list: read
    .input(listGiftCardsInput)
    .output(giftCardPageSchema)
    .query(({ ctx, input }) => listGiftCards(ctx.db.reader, input, ctx.now())),
  get: read
    .input(giftCardInput)
    .output(giftCardSchema)
    .query(({ ctx, input }) => getGiftCard(ctx.db.reader, input.id, ctx.now())),
  /** The ledger of a gift card or a store credit, the newest first. */
  history: read
    .input(accountHistoryInput)
    .output(creditHistorySchema)
    .query(({ ctx, input: { id, ...page } }) => listHistory(ctx.db.reader, { accountId: id }, page)),
  issue: write
    .input(issueGiftCardInput)
    .output(issuedGiftCardSchema)
    .mutation(({ ctx, input }) => issueGiftCard(ctx, input)),
  adjust: write
    .input(adjustGiftCardInput)
    .output(giftCardSchema)
    .mutation(({ ctx, input }) => adjustGiftCard(ctx, input)),
  setDisabled: write
    .input(setGiftCardDisabledInput)
    .output(giftCardSchema)
    .mutation(({ ctx, input }) => setGiftCardDisabled(ctx, input)),
  setExpiry: write
    .input(setGiftCardExpiryInput)
    .output(giftCardSchema)
    .mutation(({ ctx, input }) => setGiftCardExpiry(ctx, input)),
  resend: write
    .input(resendGiftCardInput)
    .output(giftCardSchema)
    .mutation(({ ctx, input }) => resendGiftCard(ctx, input)),
  storeCredit: read
    .input(storeCreditOfInput)
    .output(storeCreditSchema)
    .query(({ ctx, input }) => listCustomerAccounts(ctx.db.reader, input.customerId)),
  changeStoreCredit: write
    .input(changeStoreCreditInput)
    .output(storeCreditSchema)
    .mutation(({ ctx, input }) => changeStoreCredit(ctx, input)),
});

/** Gift cards and store credit. */
export const creditRouter = router({
  /** What is left on a card. A mutation, so that its code is in no address and no log. */
  balance: guessProcedure
    .input(checkBalanceInput)
    .output(balanceSchema)
    .mutation(({ ctx, input }) => checkBalance(ctx, input)),
  applyGiftCard: guessProcedure
    .input(applyGiftCardInput)
    .output(cartSchema)
    .mutation(({ ctx, input }) => applyGiftCard(ctx, input)),
  useStoreCredit: publicProcedure
    .input(useStoreCreditInput)
    .output(cartSchema)
    .mutation(({ ctx, input }) => useStoreCredit(ctx, input)),
  remove: publicProcedure
    .input(removeCreditInput)
    .output(cartSchema)
    .mutation(({ ctx, input }) => removeCredit(ctx, input)),
  changeGift: publicProcedure
    .input(changeGiftInput)
    .output(cartSchema)
    .mutation(({ ctx, input }) => changeGift(ctx, input)),
  removeGift: publicProcedure
    .input(removeGiftInput)
    .output(cartSchema)
    .mutation(({ ctx, input }) => removeGift(ctx, input)),
  mine: customerProcedure
    .output(myCreditSchema)
    .query(({ ctx }) => listStoreCredit(ctx.db.reader, ctx.customer.id)),
  history: customerProcedure
    .input(creditHistoryInput)
    .output(myHistorySchema)
    .query(({ ctx, input }) => listHistory(ctx.db.reader, { customerId: ctx.customer.id }, input)),
  staff: staffRouter,
});
