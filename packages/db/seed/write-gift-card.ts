import { insertRows, type Queryable } from '../src/testing/insert.ts';
import type { NewId } from './ids.ts';

const amounts = [25, 50, 100] as const;
const currencies = ['USD', 'EUR', 'GBP'] as const;

export const giftCardPictures = [
  {
    key: 'products/gift-card-1',
    alt: 'A gift card in moss green, tied with a cream ribbon',
    colour: '#e9e3d6',
    svg: drawGiftCard('0 0 1200 1200'),
  },
  {
    key: 'products/gift-card-2',
    alt: 'The bow of the gift card, close',
    colour: '#5f7a61',
    svg: drawGiftCard('470 300 560 560'),
  },
];

/** A card on a table, as the pictures of the other products are: no text, so that it needs no translation. */
function drawGiftCard(view: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}" width="1200" height="1200">
<defs><linearGradient id="card" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#5f7a61"/><stop offset="1" stop-color="#3d5442"/></linearGradient></defs>
<rect width="1200" height="1200" fill="#e9e3d6"/><path d="M0 820 H1200 V1200 H0 Z" fill="#ddd4c3"/>
<ellipse cx="610" cy="860" rx="420" ry="42" fill="#000" opacity="0.12"/>
<g transform="rotate(-7 600 600)"><rect x="210" y="360" width="780" height="490" rx="36" fill="url(#card)"/>
<path d="M210 520 q200 -120 390 0 t390 0" fill="none" stroke="#7f9a80" stroke-width="3" opacity="0.6"/>
<path d="M210 700 q200 -120 390 0 t390 0" fill="none" stroke="#7f9a80" stroke-width="3" opacity="0.6"/>
<rect x="740" y="360" width="64" height="490" fill="#efe6d3"/><rect x="210" y="560" width="780" height="64" fill="#efe6d3"/>
<path d="M772 592 C690 470 590 470 600 548 C610 612 700 610 772 592 Z" fill="#f7f0e1" stroke="#d9cdb4" stroke-width="4"/>
<path d="M772 592 C854 470 954 470 944 548 C934 612 844 610 772 592 Z" fill="#f7f0e1" stroke="#d9cdb4" stroke-width="4"/>
<path d="M772 592 C740 670 690 720 640 742 L700 752 C740 716 768 660 772 592 Z" fill="#efe6d3"/>
<path d="M772 592 C804 670 854 720 904 742 L844 752 C804 716 776 660 772 592 Z" fill="#efe6d3"/>
<circle cx="772" cy="592" r="34" fill="#f7f0e1" stroke="#d9cdb4" stroke-width="4"/></g></svg>`;
}

/** The gift card of the shop in three amounts. It has no stock; triggers see to what can be promised. */
export async function writeGiftCard(
  db: Queryable,
  { newId, at }: { readonly newId: NewId; readonly at: Date },
): Promise<void> {
  const id = newId(at);
  const { rows } = await db.query(
    'SELECT id FROM category WHERE parent_id IS NULL ORDER BY position LIMIT 1',
  );
  const [category] = rows as { id: string }[];
  if (category === undefined) throw new Error('the shop has no categories');
  await insertRows(db, 'product', [
    {
      id,
      kind: 'gift_card',
      slug: 'gift-card',
      name: 'Gift card',
      summary: 'They choose, you have chosen well.',
      description:
        'A gift card that arrives by e-mail, on the day you say and with your own words.\n\nIt pays in the cart, in one order or in many: what is left stays on the card. It does not expire.',
      brand: 'Turing Goods',
      status: 'active',
      primary_category_id: category.id,
      tags: ['gift'],
      published_at: at,
      created_at: at,
      updated_at: at,
    },
  ]);
  await insertRows(db, 'product_category', [{ product_id: id, category_id: category.id }]);
  await insertRows(
    db,
    'product_media',
    giftCardPictures.map(({ svg: _svg, ...picture }, position) => ({
      ...picture,
      id: newId(at),
      product_id: id,
      width: 1200,
      height: 1200,
      position,
    })),
  );
  await writeAmounts(db, { id, newId: () => newId(at) });
}

async function writeAmounts(
  db: Queryable,
  product: { readonly id: string; readonly newId: () => string },
): Promise<void> {
  const optionId = product.newId();
  const variants = amounts.map((amount) => ({ amount, id: product.newId(), valueId: product.newId() }));
  await insertRows(db, 'product_option', [
    { id: optionId, product_id: product.id, name: 'Amount', position: 0 },
  ]);
  await insertRows(
    db,
    'product_option_value',
    variants.map(({ amount, valueId }, position) => ({
      id: valueId,
      option_id: optionId,
      value: String(amount),
      position,
    })),
  );
  await insertRows(
    db,
    'product_variant',
    variants.map(({ amount, id }, position) => ({
      id,
      product_id: product.id,
      sku: `GIFT-${amount}`,
      name: String(amount),
      position,
    })),
  );
  await insertRows(
    db,
    'variant_option_value',
    variants.map(({ id, valueId }) => ({ variant_id: id, option_value_id: valueId })),
  );
  await insertRows(
    db,
    'variant_price',
    variants.flatMap(({ amount, id }) =>
      currencies.map((currency) => ({ variant_id: id, currency, amount_minor: amount * 100 })),
    ),
  );
}
