'use client';

import { useEffect, useRef, useState } from 'react';
import { ProductImage, type ShopImage } from '@/components/product-image.tsx';

export interface GalleryProps {
  media: readonly ShopImage[];
  name: string;
  /** The version that is looked at, and the place of its own picture: without one the gallery stays where it is. */
  version: { readonly id: string; readonly mediaIndex: number | null } | null;
}

/** A strip of pictures to swipe or scroll; on wide windows with small ones beneath it to choose from. */
export function Gallery({ media, name, version }: GalleryProps) {
  const strip = useRef<HTMLUListElement>(null);
  const opened = useRef(false);
  const first = version?.mediaIndex ?? 0;
  const [shown, setShown] = useState(first);
  const target = version?.mediaIndex ?? null;
  const versionId = version?.id;

  useEffect(() => {
    if (target !== null) bring(strip.current, target, opened.current ? 'auto' : 'instant');
    opened.current = true;
  }, [target, versionId]);

  if (media.length < 2) return <SinglePicture image={media[0] ?? null} />;
  return (
    <div className="min-w-0 space-y-4">
      <ul
        ref={strip}
        aria-label={`Pictures of ${name}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a strip that scrolls is scrolled by keyboard, too
        tabIndex={0}
        onScroll={({ currentTarget }) => setShown(placeOf(currentTarget))}
        className="relative -mx-4 flex snap-x snap-mandatory scroll-px-4 gap-3 overflow-x-auto px-4 [scrollbar-width:none] motion-safe:scroll-smooth lg:mx-0 lg:scroll-px-0 lg:gap-4 lg:rounded-lg lg:px-0"
      >
        {media.map((image, index) => (
          <li
            key={image.src}
            className={`bg-sunken aspect-square w-[86%] shrink-0 snap-start overflow-hidden rounded-lg lg:w-full lg:rounded-none ${index === first ? '[scroll-initial-target:nearest]' : ''}`}
          >
            <ProductImage image={image} sizes="(min-width: 64rem) 46rem, 86vw" priority={index === first} />
          </li>
        ))}
      </ul>
      <Thumbnails media={media} shown={shown} onChoose={(index) => bring(strip.current, index, 'auto')} />
    </div>
  );
}

interface ThumbnailsProps {
  media: readonly ShopImage[];
  shown: number;
  onChoose: (index: number) => void;
}

function Thumbnails({ media, shown, onChoose }: ThumbnailsProps) {
  return (
    <ul aria-label="Choose a picture" className="noscript:hidden hidden flex-wrap gap-3 lg:flex">
      {media.map((image, index) => (
        <li key={image.src}>
          <button
            type="button"
            aria-label={`Picture ${index + 1} of ${media.length}${image.alt === '' ? '' : `: ${image.alt}`}`}
            aria-current={index === shown ? 'true' : undefined}
            onClick={() => onChoose(index)}
            className="bg-sunken aria-current:ring-ink block size-20 overflow-hidden rounded-md opacity-75 ring-offset-2 ring-offset-paper transition-opacity hover:opacity-100 aria-current:opacity-100 aria-current:ring-1"
          >
            <ProductImage image={image} sizes="5rem" decorative />
          </button>
        </li>
      ))}
    </ul>
  );
}

function SinglePicture({ image }: { image: ShopImage | null }) {
  return (
    <div className="bg-sunken aspect-square overflow-hidden rounded-lg">
      <ProductImage image={image} sizes="(min-width: 64rem) 46rem, 92vw" priority />
    </div>
  );
}

function bring(strip: HTMLUListElement | null, index: number, behavior: ScrollBehavior): void {
  const [start, picture] = [strip?.children[0], strip?.children[index]];
  if (!(start instanceof HTMLElement) || !(picture instanceof HTMLElement)) return;
  strip?.scrollTo({ left: picture.offsetLeft - start.offsetLeft, behavior });
}

/** Which picture of a strip is at its start. */
function placeOf(strip: HTMLUListElement): number {
  const [start, next] = [strip.children[0], strip.children[1]];
  if (!(start instanceof HTMLElement) || !(next instanceof HTMLElement)) return 0;
  const isAtEnd = strip.scrollLeft + strip.clientWidth >= strip.scrollWidth - 2;
  return isAtEnd
    ? strip.children.length - 1
    : Math.round(strip.scrollLeft / (next.offsetLeft - start.offsetLeft));
}
