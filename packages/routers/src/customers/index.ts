export { appendAudit } from './audit-store.ts';
export type { CustomerActor, StaffActor } from './identity/actors.ts';
export { clientAddressHeader } from './identity/auth-options.ts';
export { createIdentity, type Identity } from './identity/identity.ts';
