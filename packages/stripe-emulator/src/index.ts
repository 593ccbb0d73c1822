export { createStripeEmulator } from './emulator.ts';
