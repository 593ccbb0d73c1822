import type { Database } from '@turing/db';
import type { PaymentMethod } from '@turing/domain';
import type { CustomerActor, StaffActor, SignInProvider } from './customers/index.ts';
import type { ShippingRates, TaxCalculator } from './orders/index.ts';
import type { LetterBook } from './orders/index.ts';
import type { PaymentGateway } from './payments/index.ts';
import type { SearchEngine, SearchLog } from './products/search/index.ts';
import type { Logger } from './platform/logger.ts';
import type { RateLimiter } from './platform/rate-limit.ts';
import type { Storage } from './platform/storage/storage.ts';

/** What a process knows of how people come to work here. */
export interface StaffAccess {
  readonly consoleUrl: string;
  /** With what the first owner is made. */
  readonly setupSecret: string;
}

/** What a process gives to every request. */
export interface Services {
  readonly db: Database;
  readonly gateway: PaymentGateway;
  readonly logger: Logger;
  readonly rateLimiter: RateLimiter;
  readonly storage: Storage;
  readonly searchEngine: SearchEngine;
  readonly searchLog: SearchLog;
  readonly now: () => Date;
  readonly storefrontUrl: string;
  readonly letters: LetterBook;
  /** From which the codes of gift cards follow. */
  readonly giftCardSecret: string;
  readonly staffAccess: StaffAccess;
  readonly signInProviders: readonly SignInProvider[];
  /** The ways to pay that the shop offers; the card alone unless told. */
  readonly paymentMethods?: readonly PaymentMethod[];
  /** Days between asking for the deletion of an account and the deletion; 14 unless told. */
  readonly erasureGraceDays?: number;
  /** Who is asked for carriers' rates and for tax; the shop's own tables decide without them. */
  readonly shippingRates?: ShippingRates | undefined;
  readonly taxCalculator?: TaxCalculator | undefined;
}

/** One request. Who is asking is looked up only when a procedure wants to know. */
export interface Context extends Services {
  readonly requestId: string;
  /** The caller's network address, for rate limits. */
  readonly address: string;
  /** The caller writes the answer down as JSON: a procedure that has it as text may give that. */
  readonly takesJson?: boolean;
  readonly findCustomer: () => Promise<CustomerActor | null>;
  readonly findStaff: () => Promise<StaffActor | null>;
}
