import type { Metadata } from 'next';
import type { ProductDetail } from './queries.ts';

export function toProductMetadata(product: ProductDetail): Metadata {
  const title = product.seoTitle ?? product.name;
  const description = product.seoDescription ?? product.summary;
  const [image] = product.media;
  return {
    title,
    description,
    alternates: { canonical: `/p/${product.slug}` },
    openGraph: {
      title,
      description,
      url: `/p/${product.slug}`,
      ...(image === undefined ? {} : { images: [{ url: `${image.src}/1280.webp`, alt: image.alt }] }),
    },
  };
}
