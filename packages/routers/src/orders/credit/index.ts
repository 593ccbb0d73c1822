export { issueStoreCredit, type StoreCreditIssue } from './issue-store-credit.ts';
export {
  type CreditReturn,
  findReturnableCredit,
  releaseCredit,
  type ReturnedCredit,
  returnToAccounts,
} from './return-to-accounts.ts';
export { lockCreditAgain, spendCredit } from './spend-credit.ts';
