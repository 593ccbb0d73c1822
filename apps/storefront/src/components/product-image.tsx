'use client';

import { ImageOff } from 'lucide-react';
import { useState } from 'react';

export interface ShopImage {
  readonly src: string;
  readonly alt: string;
  readonly colour: string;
  readonly width: number;
  readonly height: number;
}

export interface ProductImageProps {
  image: ShopImage | null;
  /** The `sizes` of the picture: how wide it is shown at which window. */
  sizes: string;
  /** Seen without scrolling: loaded at once and before others. */
  priority?: boolean;
  /** Decoration beside a name that is already read out. */
  decorative?: boolean;
  className?: string;
}

const widths = [320, 480, 640, 960, 1280] as const;

function sourceSet(src: string, format: 'avif' | 'webp'): string {
  return widths.map((width) => `${src}/${width}.${format} ${width}w`).join(', ');
}

export function ProductImage({
  image,
  sizes,
  priority = false,
  decorative = false,
  className = '',
}: ProductImageProps) {
  // The file may turn out not to be there, even before this page listens to its pictures.
  const [missingSrc, setMissingSrc] = useState<string | null>(null);
  if (image === null || image.src === missingSrc) return <MissingImage className={className} />;
  return (
    <picture className="contents">
      <source type="image/avif" srcSet={sourceSet(image.src, 'avif')} sizes={sizes} />
      <source type="image/webp" srcSet={sourceSet(image.src, 'webp')} sizes={sizes} />
      <img
        src={`${image.src}/640.webp`}
        alt={decorative ? '' : image.alt}
        width={image.width}
        height={image.height}
        loading={priority ? 'eager' : 'lazy'}
        fetchPriority={priority ? 'high' : 'auto'}
        decoding="async"
        onError={() => setMissingSrc(image.src)}
        ref={(picture) => {
          if (picture?.complete === true && picture.naturalWidth === 0) setMissingSrc(image.src);
        }}
        style={{ backgroundColor: `color-mix(in oklab, ${image.colour} 25%, var(--color-sunken))` }}
        className={`size-full object-cover ${className}`}
      />
    </picture>
  );
}

function MissingImage({ className }: { className: string }) {
  return (
    <span className={`bg-sunken text-muted grid size-full place-items-center ${className}`}>
      <ImageOff aria-hidden="true" className="size-8" strokeWidth={1.25} />
    </span>
  );
}
