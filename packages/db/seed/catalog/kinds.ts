import apparelKids from '../content/kinds/apparel-kids.json' with { type: 'json' };
import cooking from '../content/kinds/cooking.json' with { type: 'json' };
import deskLight from '../content/kinds/desk-light.json' with { type: 'json' };
import furniture from '../content/kinds/furniture.json' with { type: 'json' };
import home from '../content/kinds/home.json' with { type: 'json' };
import kitchenTable from '../content/kinds/kitchen-table.json' with { type: 'json' };
import outdoorBags from '../content/kinds/outdoor-bags.json' with { type: 'json' };
import wellness from '../content/kinds/wellness.json' with { type: 'json' };
import type { Kind } from './kind.ts';

/** Every sort of product the shop sells, in the order of its departments. */
export const kinds = [
  ...kitchenTable,
  ...cooking,
  ...home,
  ...furniture,
  ...deskLight,
  ...outdoorBags,
  ...apparelKids,
  ...wellness,
] as unknown as readonly Kind[];
