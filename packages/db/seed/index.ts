export { fullSize, seedShop } from './shop.ts';
