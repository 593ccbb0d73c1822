import { toMajorString } from '@turing/domain';
import type { ProductDetail } from './queries.ts';

/** The product for search engines. Source: schema.org/Product. */
export function ProductJsonLd({ product, origin }: { product: ProductDetail; origin: string }) {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    description: product.summary,
    brand: { '@type': 'Brand', name: product.brand },
    sku: product.variants[0]?.sku,
    url: `${origin}/p/${product.slug}`,
    image: product.media.map((image) => `${origin}${image.src}/1280.webp`),
    offers: {
      '@type': 'AggregateOffer',
      priceCurrency: product.currency,
      lowPrice: toMajorString(product.minPriceMinor, product.currency),
      highPrice: toMajorString(product.maxPriceMinor, product.currency),
      offerCount: product.variants.length,
      availability: `https://schema.org/${product.available ? 'InStock' : 'OutOfStock'}`,
    },
    ...(product.ratingAverage === null
      ? {}
      : {
          aggregateRating: {
            '@type': 'AggregateRating',
            ratingValue: product.ratingAverage,
            reviewCount: product.ratingCount,
          },
        }),
  };
  // A "<" in a description must not be able to end the script.
  const html = JSON.stringify(data).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: html }} />;
}
