export { refreshAllCollections, refreshChangedProducts } from './collections/refresh-collections.ts';
export { imageOf } from './image.ts';
export { findSource } from './media/source.ts';
export { loadPurchasables, type PriceQuestion, type Purchasable } from './purchasable-store.ts';
export { type ReturnedUnits, takeBackLines, unshipLines } from './stock/return-stock.ts';
export {
  allocateLines,
  recordSales,
  releaseLines,
  shipLines,
  type StockAllocation,
  type StockRequest,
} from './stock-store.ts';
export { releaseOfDraft, reserveForDraft } from './stock/draft-reservations.ts';
export { expireReservations } from './stock/expire-reservations.ts';
export { countPairs, pairCounter } from './related/pair-store.ts';
export { toCsv } from './transfers/export-csv.ts';
export { refreshPairs } from './related/refresh-pairs.ts';
