export { fullSize, seedShop, type SeedOptions, type ShopSize } from './shop.ts';
