/** What a carrier is asked: all goods as one parcel, in grams, and the services the shop offers there. */
export interface RateQuestion {
  readonly country: string;
  readonly region: string | null;
  readonly postalCode: string;
  readonly currency: string;
  readonly weightGrams: number;
  readonly subtotalMinor: number;
  readonly services: readonly string[];
}

/** What a service costs, in minor units of the question's currency. */
export interface CarrierRate {
  readonly service: string;
  readonly amountMinor: number;
  readonly minDays?: number | undefined;
  readonly maxDays?: number | undefined;
}

/**
 * Where live rates come from. A carrier that is slow, gone or talks nonsense is null: the rates of the shop's own table stand in.
 * A service that is not in the answer is priced from the table, too.
 */
export interface ShippingRates {
  readonly provider: string;
  readonly ask: (question: RateQuestion) => Promise<readonly CarrierRate[] | null>;
}
