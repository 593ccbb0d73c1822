export type { CustomerActor, StaffActor } from './identity/actors.ts';
export { clientAddressHeader } from './identity/auth-options.ts';
export { createIdentity, type Identity } from './identity/identity.ts';
export { assertVersion, type StaffContext, writeAsStaff } from './write-as-staff.ts';
export type { StaffPolicy } from './identity/staff-policy.ts';
