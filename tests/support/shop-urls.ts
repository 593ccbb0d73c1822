/** Where the shop under test answers; `npm run test:e2e` sets these, the fallbacks are those of `npm start`. */
export const shopUrls = {
  storefront: process.env.STOREFRONT_URL ?? 'http://localhost:3000',
  admin: process.env.ADMIN_URL ?? 'http://localhost:3001',
  api: process.env.API_URL ?? 'http://localhost:4000',
  mailbox: process.env.MAILBOX_URL ?? 'http://localhost:4020',
  stripeEmulator: process.env.STRIPE_EMULATOR_URL ?? 'http://localhost:4010',
  database: process.env.DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:54329/shop',
};
