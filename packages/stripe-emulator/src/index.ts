export { createStripeEmulator, type StripeEmulator } from './emulator.ts';
