import { expect } from 'vitest';
import { type ApiServer, startApi } from './api-server.ts';
import { key, openShop, type Shop, type ShopOptions, uploadSecret, type Visitor } from './shop.ts';

type Staff = NonNullable<Visitor['staff']>;

export interface MediaShop {
  readonly shop: Shop;
  readonly api: ApiServer;
  readonly owner: Staff;
  /** Calls of the owner, or of whom is given. */
  readonly media: (staff?: Staff) => ReturnType<Shop['as']>['products']['staff']['media'];
  readonly images: (staff?: Staff) => ReturnType<Shop['as']>['products']['staff']['images'];
  /** Opens an upload and puts the file, by way of the API; answers the upload's id. */
  readonly upload: (file: Buffer, as?: { contentType?: string; fileName?: string }) => Promise<string>;
  /** A product without pictures. */
  readonly createProduct: (variants?: number) => Promise<ProductWithout>;
  readonly attach: (
    product: { id: string; version?: number },
    file: Buffer,
    alt?: string,
  ) => Promise<ProductMedia>;
  readonly close: () => Promise<void>;
}

export type ProductMedia = Awaited<ReturnType<ReturnType<MediaShop['media']>['list']>>;

interface ProductWithout {
  readonly id: string;
  readonly slug: string;
  readonly variantIds: readonly string[];
}

/** A shop whose files are in a folder, and an API that takes them there. */
export async function openMediaShop(options: ShopOptions = {}): Promise<MediaShop> {
  const shop = await openShop(options);
  const url = shop.db.pool.options.connectionString ?? '';
  const api = await startApi(url, {
    storage: { kind: 'folder', dir: shop.mediaDir },
    mediaCache: { dir: `${shop.mediaDir}/renditions`, bytes: 100_000_000 },
    authSecret: uploadSecret,
  });
  const owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
  const media = (staff = owner) => shop.as({ staff }).products.staff.media;

  async function upload(file: Buffer, { contentType = 'image/jpeg', fileName = 'picture.jpg' } = {}) {
    const opened = await media().createUpload({
      fileName,
      contentType,
      bytes: file.length,
      idempotencyKey: key(),
    });
    const response = await fetch(`${api.url}${opened.url.slice('/api'.length)}`, {
      method: opened.method,
      headers: opened.headers,
      body: new Uint8Array(file),
    });
    expect(response.status).toBe(204);
    return opened.uploadId;
  }

  async function createProduct(variants = 1) {
    const product = await shop.factories.createProduct({
      variants: Array.from({ length: variants }, () => ({})),
    });
    await shop.db.pool.query('delete from product_media where product_id = $1', [product.id]);
    return { id: product.id, slug: product.slug, variantIds: product.variants.map(({ id }) => id) };
  }

  return {
    shop,
    api,
    owner,
    media,
    images: (staff = owner) => shop.as({ staff }).products.staff.images,
    upload,
    createProduct,
    attach: async (product, file, alt = 'A mug') => {
      const version = product.version ?? (await media().list({ productId: product.id })).version;
      const uploadId = await upload(file);
      return media().attach({ productId: product.id, version, uploadId, alt, idempotencyKey: key() });
    },
    close: async () => {
      await api.stop();
      await shop.close();
    },
  };
}
