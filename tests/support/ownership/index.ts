import type { OwnershipCases } from './case.ts';
import { creditCases } from './credit-cases.ts';
import { customerCases } from './customer-cases.ts';
import { draftCases } from './draft-cases.ts';
import { orderCases } from './order-cases.ts';
import { paperCases } from './paper-cases.ts';
import { productCases } from './product-cases.ts';
import { returnCases } from './return-cases.ts';
import { staffCases } from './staff-cases.ts';

/** Of every procedure about one's own, and of every public one that takes an id: whose it may be called with. */
export const ownershipCases: OwnershipCases = {
  ...customerCases,
  ...staffCases,
  ...productCases,
  ...orderCases,
  ...paperCases,
  ...draftCases,
  ...creditCases,
  ...returnCases,
};

export { type IdPlace, idPlacesOf, sampleInput } from './ids.ts';
export { tableOf } from './staff-ids.ts';
export { createWorld, type World } from './world.ts';
