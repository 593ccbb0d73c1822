export { appendAudit, type AuditEntry } from './audit-store.ts';
export type { CustomerActor, StaffActor } from './identity/actors.ts';
export { clientAddressHeader } from './identity/auth-options.ts';
export { createCustomerAuth, type CustomerAuth } from './identity/customer-auth.ts';
export { createIdentity, type Identity, type IdentitySettings } from './identity/identity.ts';
export { createStaffAuth, type StaffAuth } from './identity/staff-auth.ts';
export type { AuthSettings } from './identity/settings.ts';
