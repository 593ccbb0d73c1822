import { ProductImage, type ShopImage } from '@/components/product-image.tsx';

/** A strip to swipe on a phone; on wide windows all pictures beneath each other, the first one large. */
export function Gallery({ media, name }: { media: readonly ShopImage[]; name: string }) {
  const shown = media.length === 0 ? [null] : media;
  return (
    <ul
      role="group"
      aria-label={`Pictures of ${name}`}
      tabIndex={shown.length > 1 ? 0 : undefined}
      className="-mx-4 flex snap-x snap-mandatory gap-3 overflow-x-auto px-4 lg:mx-0 lg:grid lg:grid-cols-2 lg:gap-4 lg:overflow-visible lg:px-0"
    >
      {shown.map((image, index) => (
        <li
          key={image?.src ?? 'none'}
          className={`bg-sunken aspect-square shrink-0 snap-center overflow-hidden rounded-lg lg:w-auto ${
            shown.length > 1 ? 'w-[86%]' : 'w-full'
          } ${index === 0 || (shown.length % 2 === 0 && index === shown.length - 1) ? 'lg:col-span-2' : ''}`}
        >
          <ProductImage
            image={image}
            sizes={index === 0 ? '(min-width: 64rem) 46rem, 86vw' : '(min-width: 64rem) 23rem, 86vw'}
            priority={index === 0}
          />
        </li>
      ))}
    </ul>
  );
}
