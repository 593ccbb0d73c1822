import { ProductImage, type ShopImage } from '@/components/product-image.tsx';

/** A strip to swipe on a phone; on wide windows all pictures beneath each other, the first one large. */
export function Gallery({ media, name }: { media: readonly ShopImage[]; name: string }) {
  if (media.length < 2) return <SinglePicture image={media[0] ?? null} />;
  return (
    <div
      role="group"
      aria-label={`Pictures of ${name}`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a strip that scrolls is scrolled by keyboard, too
      tabIndex={0}
      className="-mx-4 flex snap-x snap-mandatory gap-3 overflow-x-auto px-4 lg:mx-0 lg:grid lg:grid-cols-6 lg:gap-4 lg:overflow-visible lg:px-0"
    >
      {media.map((image, index) => (
        <div
          key={image.src}
          className={`bg-sunken aspect-square w-[86%] shrink-0 snap-center overflow-hidden rounded-lg lg:w-auto ${spanOf(index, media.length)}`}
        >
          <ProductImage
            image={image}
            sizes={index === 0 ? '(min-width: 64rem) 46rem, 86vw' : '(min-width: 64rem) 23rem, 86vw'}
            priority={index === 0}
          />
        </div>
      ))}
    </div>
  );
}

function SinglePicture({ image }: { image: ShopImage | null }) {
  return (
    <div className="bg-sunken aspect-square overflow-hidden rounded-lg">
      <ProductImage image={image} sizes="(min-width: 64rem) 46rem, 92vw" priority />
    </div>
  );
}

/** The first picture fills its row; those beneath stand two or three abreast, so that no row is left open. */
function spanOf(index: number, count: number): string {
  if (index === 0) return 'lg:col-span-6';
  return (count - 1) % 3 === 0 || count > 6 ? 'lg:col-span-2' : 'lg:col-span-3';
}
