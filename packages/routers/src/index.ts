export {
  appRouter,
  createCaller,
  createDomainRouter,
  domains,
  type AppRouter,
  type Domain,
} from './app-router.ts';
export type { Context, Services } from './context.ts';
export * from './customers/index.ts';
export {
  type Aftercare,
  assessOrder,
  changeOrder,
  createCarrierRates,
  createStripeTax,
  type DocumentReader,
  exportOrders,
  exportOrdersAsStaff,
  findBill,
  findCartToWriteAbout,
  findGiftCardLetter,
  getAftercare,
  getLetterSigner,
  getStaffOrder,
  type GiftCardLetter,
  giftCardSecretOf,
  issueBoughtCards,
  issueStoreCredit,
  issueDocuments,
  type LetterBook,
  type LetterSample,
  lockOrder,
  mostSlips,
  noteGiftCardSent,
  type OrderExport,
  orderExportKinds,
  orderExportSchema,
  queueBoughtCards,
  returnToAccounts,
  renderDocument,
  type RenderedDocument,
  renderLetter,
  renderPackingSlips,
  sampleLetterSchema,
  unsubscribe,
  writeAboutCarts,
  type DraftView,
  getDraftView,
  type StaffOrderView,
  systemActor,
} from './orders/index.ts';
export {
  countPairs,
  expireReservations,
  pairCounter,
  refreshPairs,
  refreshAllCollections,
  refreshChangedProducts,
} from './products/index.ts';
export * from './payments/index.ts';
export { refreshPriceLists } from './products/prices/refresh-price-lists.ts';
export * from './products/media/index.ts';
export * from './products/search/index.ts';
export * from './products/transfers/index.ts';
export { translateFailure } from './failure.ts';
export { JsonText } from './json-text.ts';
export * from './platform/index.ts';
