import type { ReactNode } from 'react';
import { Breadcrumbs } from '@/components/breadcrumbs.tsx';
import { Price } from '@/components/price.tsx';
import { TaxNote } from '@/components/tax-note.tsx';
import { Rating } from '@/components/rating.tsx';
import { Gallery } from './gallery.tsx';
import { OptionPicker } from './option-picker.tsx';
import type { ProductDetail, Variant } from './queries.ts';
import { StockMessage } from './stock-message.tsx';
import { listChoices } from './variant-choice.ts';

export interface ProductViewProps {
  product: ProductDetail;
  variant: Variant | null;
  /** The form that puts the version into the cart. */
  purchase: ReactNode;
}

export function ProductView({ product, variant, purchase }: ProductViewProps) {
  const crumbs = product.breadcrumbs.map(({ slug, name }) => ({ name, href: `/c/${slug}` }));
  return (
    <article className="page space-y-5 pt-5">
      <Breadcrumbs crumbs={[{ name: 'Shop', href: '/products' }, ...crumbs, { name: product.name }]} />
      <div className="grid items-start gap-x-16 gap-y-8 lg:grid-cols-[1.35fr_1fr] lg:grid-rows-[auto_1fr]">
        <Gallery media={product.media} name={product.name} version={variant} />
        <div className="space-y-6 lg:sticky lg:top-24 lg:row-span-2">
          <header className="space-y-3">
            <p className="text-muted text-sm">{product.brand}</p>
            <h1 className="text-title font-medium">{product.name}</h1>
            {product.ratingAverage !== null && (
              <a href="#reviews" className="inline-block py-1">
                <Rating average={product.ratingAverage} count={product.ratingCount} size={16} />
              </a>
            )}
            <p className="text-muted text-lg leading-relaxed">{product.summary}</p>
          </header>
          {variant !== null && <Offer product={product} variant={variant} />}
          {purchase}
          <Attributes attributes={product.attributes} sku={variant?.sku ?? null} />
        </div>
        <Description text={product.description} />
      </div>
    </article>
  );
}

function Offer({ product, variant }: { product: ProductDetail; variant: Variant }) {
  return (
    <>
      {variant.priceMinor !== null && (
        <div className="space-y-1">
          <Price
            amountMinor={variant.priceMinor}
            currency={product.currency}
            compareAtMinor={variant.compareAtMinor}
            className="text-heading"
          />
          {product.kind === 'goods' && <TaxNote />}
        </div>
      )}
      <OptionPicker slug={product.slug} choices={listChoices(product.options, product.variants, variant)} />
      {product.kind === 'gift_card' ? (
        <p className="text-muted text-sm">Sent by e-mail to the person it is for. It never expires.</p>
      ) : (
        <StockMessage stock={variant} sold={variant.priceMinor !== null} />
      )}
    </>
  );
}

function Description({ text }: { text: string }) {
  return (
    <section aria-label="Description" className="max-w-2xl space-y-3">
      <h2 className="text-heading font-medium">About it</h2>
      {text.split(/\n{2,}/u).map((paragraph) => (
        <p key={paragraph} className="leading-relaxed">
          {paragraph}
        </p>
      ))}
    </section>
  );
}

function Attributes({ attributes, sku }: { attributes: ProductDetail['attributes']; sku: string | null }) {
  return (
    <dl className="border-line divide-line divide-y border-y text-sm">
      {[...attributes, ...(sku === null ? [] : [{ name: 'Article', values: [sku] }])].map(
        ({ name, values }) => (
          <div key={name} className="flex justify-between gap-6 py-2.5">
            <dt className="text-muted">{name}</dt>
            <dd className="text-right">{values.join(', ')}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
