import { randomUUID } from 'node:crypto';
import type { Api } from './http-api.ts';
import type { FlowOrder } from './messages.ts';

interface Draft {
  readonly id: string;
  version: number;
  variantIds: readonly string[];
}

interface Page {
  readonly version: number;
  readonly items: readonly { readonly id: string }[];
}

const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
const prices = [{ currency: 'USD', amountMinor: 2500 }];

/** The draft of one editor, with a thousand variants; kept from run to run. */
export async function openDraft(api: Api, { flow, categoryId }: FlowOrder, place: number): Promise<Draft> {
  const name = `Draft of ${flow} ${place}`;
  const { items } = await api.query<Page>('products.staff.list', { query: name, limit: 1 });
  const draft = { id: items[0]?.id ?? (await makeDraft(api, name, categoryId)), version: 0, variantIds: [] };
  await readVariants(api, draft);
  if (draft.variantIds.length === 0) await generate(api, draft);
  return draft;
}

async function makeDraft(api: Api, name: string, primaryCategoryId: string): Promise<string> {
  const { id, version } = await api.mutate<Draft>('products.staff.create', {
    name,
    primaryCategoryId,
    idempotencyKey: randomUUID(),
  });
  await api.mutate('products.staff.variants.setOptions', {
    ...editOf({ id, version }),
    options: ['X', 'Y', 'Z'].map((option) => ({ name: option, values: letters.map((value) => ({ value })) })),
  });
  return id;
}

function editOf({ id, version }: Pick<Draft, 'id' | 'version'>) {
  return { id, version, idempotencyKey: randomUUID() };
}

async function readVariants(api: Api, draft: Draft): Promise<void> {
  const { version, items } = await api.query<Page>('products.staff.variants.list', { productId: draft.id });
  draft.version = version;
  draft.variantIds = items.map(({ id }) => id);
}

async function generate(api: Api, draft: Draft): Promise<void> {
  await api.mutate('products.staff.variants.generate', { ...editOf(draft), prices });
  await readVariants(api, draft);
}

/** Makes the thousand anew: removes those there are, generates and reads them. */
export async function generateAgain(api: Api, draft: Draft): Promise<void> {
  const { version } = await api.mutate<Draft>('products.staff.variants.remove', {
    ...editOf(draft),
    variantIds: draft.variantIds,
  });
  draft.version = version;
  await generate(api, draft);
}

/** Another price for each of the thousand. */
export async function editPrices(api: Api, draft: Draft, turn: number): Promise<void> {
  const { version } = await api.mutate<Draft>('products.staff.variants.bulkUpdate', {
    ...editOf(draft),
    variants: draft.variantIds.map((id, index) => ({
      id,
      prices: [{ currency: 'USD', amountMinor: 1000 + index + turn }],
    })),
  });
  draft.version = version;
}

/** One more on the shelf of each of the thousand. */
export async function receiveStock(api: Api, draft: Draft, { locationId }: FlowOrder): Promise<void> {
  await api.mutate('products.staff.stock.adjustMany', {
    rows: draft.variantIds.map((variantId) => ({ variantId, locationId, change: 1 })),
    reason: 'received',
    idempotencyKey: randomUUID(),
  });
}
