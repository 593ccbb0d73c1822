import { toMajorString } from '@turing/domain';
import type { ProductDetail, Variant } from './queries.ts';

interface Props {
  product: ProductDetail;
  origin: string;
}

/** The product and the way to it, for search engines. Source: schema.org/Product, schema.org/BreadcrumbList. */
export function ProductJsonLd({ product, origin }: Props) {
  const data = {
    '@context': 'https://schema.org',
    '@graph': [toProduct(product, origin), toTrail(product, origin)],
  };
  // A "<" in a description must not be able to end the script.
  const html = JSON.stringify(data).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: html }} />;
}

function toProduct(product: ProductDetail, origin: string) {
  return {
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
      offerCount: product.variants.filter(({ priceMinor }) => priceMinor !== null).length,
      availability: `https://schema.org/${availabilityOf(product.variants)}`,
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
}

function toTrail({ breadcrumbs, name, slug }: ProductDetail, origin: string) {
  const steps = [
    { name: 'Shop', path: '/products' },
    ...breadcrumbs.map((crumb) => ({ name: crumb.name, path: `/c/${crumb.slug}` })),
    { name, path: `/p/${slug}` },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.name,
      item: `${origin}${step.path}`,
    })),
  };
}

function availabilityOf(variants: readonly Variant[]): 'InStock' | 'BackOrder' | 'OutOfStock' {
  const sold = variants.filter(({ priceMinor, available }) => priceMinor !== null && available > 0);
  if (sold.length === 0) return 'OutOfStock';
  return sold.some(({ onShelf }) => onShelf > 0) ? 'InStock' : 'BackOrder';
}
