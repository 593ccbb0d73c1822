export { findCartToWriteAbout } from './recovery-store.ts';
export { unsubscribe } from './stop-letters.ts';
export { writeAboutCarts } from './write-about-carts.ts';
