import type { Transaction } from '@turing/db';
import { type OrderPricing, payWithCredit, ShopError, type Tender } from '@turing/domain';
import type { CartContents } from '../cart-pricing.ts';
import type { CartCredit } from './credit-schemas.ts';
import { lockAccounts } from './ledger-store.ts';

/** An account on a cart, as the cart's statement reads it. */
export interface CartAccount {
  readonly id: string;
  readonly kind: 'gift_card' | 'store_credit';
  readonly lastFour: string | null;
  readonly currency: string;
  readonly balanceMinor: number;
  /** ISO, as JSON has it. */
  readonly expiresAt: string | Date | null;
  readonly isDisabled: boolean;
}

type Priced = Pick<OrderPricing, 'totalMinor' | 'lines'>;
type Usability = Pick<CartAccount, 'currency' | 'balanceMinor' | 'expiresAt' | 'isDisabled'>;

/** Why an account pays nothing. Strangers are not told whether a card expired or was disabled. */
function obstacleOf(account: Usability, { cart, now }: CartContents): CartCredit['reason'] {
  const isExpired = account.expiresAt !== null && new Date(account.expiresAt) <= now;
  if (account.isDisabled || isExpired) return 'unusable';
  if (account.currency !== cart.currency) return 'other_currency';
  return account.balanceMinor === 0 ? 'empty' : null;
}

/** Gift cards are not bought with credit: that would make cards of cards, without an end to their time. */
function tenderFor(
  contents: CartContents,
  { totalMinor, lines }: Priced,
  accounts: readonly CartAccount[],
): Tender {
  const { cart, purchasables } = contents;
  const cards = new Set(
    cart.lines.filter((line) => purchasables.get(line.variantId)?.kind === 'gift_card').map(({ id }) => id),
  );
  const excludedMinor = lines
    .filter(({ id }) => cards.has(id))
    .reduce((sum, line) => sum + line.totalMinor, 0);
  return payWithCredit({
    currency: cart.currency,
    totalMinor,
    excludedMinor,
    accounts: accounts.filter((account) => obstacleOf(account, contents) === null),
  });
}

export interface CartTender extends Tender {
  readonly credits: CartCredit[];
}

/** What the accounts on a cart pay of its price, and what remains on each: for showing, nothing is locked. */
export function tenderCart(contents: CartContents, priced: Priced): CartTender {
  const { credits: accounts } = contents.cart;
  const tender = tenderFor(contents, priced, accounts);
  const credits = accounts.map((account) => {
    const amountMinor = tender.parts.find(({ id }) => id === account.id)?.amountMinor ?? 0;
    const { id, kind, lastFour, balanceMinor } = account;
    const remainingMinor = balanceMinor - amountMinor;
    return {
      id,
      kind,
      lastFour,
      balanceMinor,
      amountMinor,
      remainingMinor,
      reason: obstacleOf(account, contents),
    };
  });
  return { ...tender, credits };
}

/**
 * The same of locked accounts, for an order that is being placed. Lock order: accounts by id, after promotions and before
 * stock.
 * @throws CREDIT_CHANGED with `creditMinor` and `dueMinor` when they pay another amount than the shopper saw
 */
export async function lockTender(
  tx: Transaction,
  contents: CartContents,
  expected: Priced & { readonly expectedCreditMinor: number },
): Promise<Tender> {
  const { credits } = contents.cart;
  const locked = await lockAccounts(
    tx,
    credits.map(({ id }) => id),
  );
  const accounts = credits.flatMap((credit) => {
    const account = locked.find(({ id }) => id === credit.id);
    return account === undefined ? [] : [{ ...credit, ...account, isDisabled: account.disabledAt !== null }];
  });
  const tender = tenderFor(contents, expected, accounts);
  const { creditMinor, dueMinor } = tender;
  if (creditMinor !== expected.expectedCreditMinor)
    throw new ShopError('CREDIT_CHANGED', { creditMinor, dueMinor });
  return tender;
}
