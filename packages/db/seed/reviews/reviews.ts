import type { NewRow } from '../../src/testing/insert.ts';
import { wordFor } from '../catalog/catalog.ts';
import { fill } from '../catalog/fill.ts';
import phrases from '../content/reviews.json' with { type: 'json' };
import type { NewId } from '../ids.ts';
import { day, later } from '../orders/calendar.ts';
import type { ShelfProduct } from '../orders/shelf.ts';
import { createRandom, type Random } from '../random.ts';

/** Somebody who has the product, or had it sent to somebody. */
export interface Buyer {
  customerId: string | null;
  name: string;
  deliveredAt: Date;
}

const mostReviews = 12;
const ratings = [1, 2, 3, 4, 5] as const;
const shares = [0.025, 0.045, 0.11, 0.27, 0.55];
const apologies = [
  'Thank you for telling us, and sorry that it fell short. Write to us and we will put it right.',
  'That is not how it should be. We have passed it on to the workshop, and a return costs you nothing.',
  'We hear you. Our help desk has sent you a message with two ways to make this good.',
];
const thanks = [
  'Thank you for coming back to tell us. The workshop has it on its wall.',
  'What a lovely thing to read. Thank you.',
];
const sharedByGuests = [
  'Anna P.',
  'M. Keller',
  'Jo',
  'Tess W.',
  'R. Okoye',
  'Priya S.',
  'Lars',
  'Camille D.',
  'Ben H.',
  'Noor',
  'T. Ito',
  'Ellen',
];

export interface ReviewContext {
  random: Random;
  newId: NewId;
  now: Date;
}

/** What people say of a product: none to twelve reviews, first of those who bought it, more of what sells more. */
export function composeReviews(
  { random, newId, now }: ReviewContext,
  shelfProduct: ShelfProduct,
  buyers: readonly Buyer[],
): NewRow<'review'>[] {
  const { product, publishedAt } = shelfProduct;
  if (publishedAt === null || random.chance(0.08)) return [];
  const count = Math.min(
    mostReviews,
    Math.floor(product.popularity * random.next() * 5 + random.next() * 2.5),
  );
  const known = [...new Map(buyers.map((buyer) => [buyer.customerId ?? buyer.name, buyer])).values()];
  const reviewers = random.sample(known, Math.min(count, Math.ceil(known.length * 0.6)));
  const used = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const buyer = reviewers[index];
    const from = buyer?.deliveredAt ?? publishedAt;
    const span = buyer === undefined ? now.getTime() - publishedAt.getTime() : random.int(2, 40) * day;
    const createdAt = later(from, Math.floor(span * random.next()) + day / 2, now);
    const rating = rate(random, product.quality);
    const status = statusOf(random, createdAt, now);
    return {
      id: newId(createdAt),
      product_id: shelfProduct.id,
      customer_id: buyer?.customerId ?? null,
      author_name: buyer === undefined ? random.pick(sharedByGuests) : signatureOf(buyer.name),
      rating,
      ...composeText(random, { shelfProduct, rating, used }),
      verified: buyer !== undefined,
      status,
      created_at: createdAt,
      ...answer(`${product.slug} ${index}`, { rating, status, createdAt, now }),
    };
  });
}

interface Judged {
  rating: (typeof ratings)[number];
  status: 'approved' | 'pending' | 'rejected';
  createdAt: Date;
  now: Date;
}

/** The shop answers half of those who are not content, and a few who are. */
function answer(name: string, { rating, status, createdAt, now }: Judged) {
  const random = createRandom(`reply ${name}`);
  const answers = status === 'approved' && random.chance(rating <= 3 ? 0.5 : 0.04);
  if (!answers) return { reply: null, replied_at: null };
  const reply = random.pick(rating <= 3 ? apologies : thanks);
  return { reply, replied_at: later(createdAt, random.int(4, 60) * (day / 24), now) };
}

function rate(random: Random, quality: number): (typeof ratings)[number] {
  const shifted = shares.map((share, index) => share * Math.exp((index - 3) * quality * 0.7));
  return ratings[random.weighted(shifted)] ?? 5;
}

function composeText(
  random: Random,
  {
    shelfProduct,
    rating,
    used,
  }: { shelfProduct: ShelfProduct; rating: (typeof ratings)[number]; used: Set<string> },
): { title: string; body: string } {
  const { product } = shelfProduct;
  const pool = phrases[`${rating}`];
  const tell = (text: string) =>
    [
      ['noun', product.noun.toLowerCase()] as const,
      ['colour', random.pick(product.colours).toLowerCase()] as const,
      ['material', wordFor(product.material)] as const,
    ].reduce((told, [name, word]) => fill(told, name, word), text);
  // Nobody repeats what was said of the same product before, while there is something else to say.
  const fresh = (texts: readonly string[]) => {
    const left = texts.filter((text) => !used.has(text));
    const text = random.pick(left.length > 0 ? left : texts);
    used.add(text);
    return tell(text);
  };
  const sentences = random.chance(0.75) ? [fresh(pool.first), fresh(pool.second)] : [fresh(pool.first)];
  return { title: fresh(pool.titles), body: sentences.join(' ') };
}

function statusOf(random: Random, createdAt: Date, now: Date): 'approved' | 'pending' | 'rejected' {
  if (now.getTime() - createdAt.getTime() < 5 * day && random.chance(0.6)) return 'pending';
  return random.chance(0.006) ? 'rejected' : 'approved';
}

function signatureOf(name: string): string {
  const [first = name, last = ''] = name.split(' ');
  return `${first} ${last.slice(0, 1)}.`;
}
