export type { CustomerActor, StaffActor } from './identity/actors.ts';
