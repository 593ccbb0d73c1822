export { insertGiftCard } from './account-store.ts';
export { newGiftCardCode } from './gift-card-code.ts';
export { issueStoreCredit, type StoreCreditIssue } from './issue-store-credit.ts';
export {
  type CreditReturn,
  findReturnableCredit,
  releaseCredit,
  type ReturnedCredit,
  returnToAccounts,
} from './return-to-accounts.ts';
export { lockCreditAgain, spendCredit } from './spend-credit.ts';
export { findGiftCardLetter, type GiftCardLetter, noteGiftCardSent } from './gift-card-letter.ts';
export { giftCardSecretOf } from './gift-card-secret.ts';
export { issueBoughtCards } from './issue-bought-cards.ts';
export { queueBoughtCards } from './queue-bought-cards.ts';
export { bookEntries } from './ledger-store.ts';
