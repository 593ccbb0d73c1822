export type { CustomerActor, StaffActor } from './identity/actors.ts';
export { clientAddressHeader } from './identity/auth-options.ts';
export { createIdentity, type Identity } from './identity/identity.ts';
export { openSessionEars } from './identity/session-ears.ts';
export {
  accountLetterSchema,
  type AccountLetter,
  type AccountLetterTemplate,
} from './identity/account-letter.ts';
export { listProviders, type ProviderSettings, type SignInProvider } from './identity/sign-in-providers.ts';
export { removeStaleSignIns } from './identity/throttle-store.ts';
export { stopCustomerLetters } from './consent/stop-letters.ts';
export { lockCustomer } from './customer-store.ts';
export { assertVersion, type StaffContext, writeAsStaff } from './write-as-staff.ts';
export { appendAudit } from './audit-store.ts';
export { auditColumns, exportAudit } from './audit/export-audit.ts';
export { auditFilterSchema } from './audit/schemas.ts';
export { type StaffLetter, staffLetterSchema } from './staff/staff-letter.ts';
export { needsSetUp } from './staff/set-up-shop.ts';
export type { StaffPolicy } from './identity/staff-policy.ts';
export { applyRetention } from './privacy/apply-retention.ts';
export { eraseCustomer } from './privacy/erase-customer.ts';
export { erasedEmail } from './privacy/erased-order-store.ts';
export { openExport } from './privacy/open-export.ts';
export {
  type PrivacyLetter,
  privacyLetterSchema,
  type PrivacyLetterTemplate,
} from './privacy/privacy-letter.ts';
export { writeExport } from './privacy/write-export.ts';
