'use client';

import { Box } from '@mantine/core';
import { ImageOff } from 'lucide-react';
import classes from './product-thumbnail.module.css';
import { useMissingPicture } from './use-missing-picture.ts';

interface ThumbnailImage {
  readonly src: string;
  readonly alt: string;
  readonly colour: string;
}

/** A square picture of a product; decorative, as its name is always beside it. */
export function ProductThumbnail({ image, size = 44 }: { image: ThumbnailImage | null; size?: number }) {
  const { missing, watch } = useMissingPicture(image?.src);
  if (image === null || missing) {
    return (
      <Box className={classes.frame} w={size} h={size} aria-hidden>
        <ImageOff size={size / 2.5} strokeWidth={1.6} />
      </Box>
    );
  }
  return (
    <Box className={classes.frame} w={size} h={size} style={{ backgroundColor: image.colour }}>
      <picture>
        <source type="image/avif" srcSet={`${image.src}/160.avif`} />
        <img
          src={`${image.src}/160.webp`}
          alt=""
          {...watch}
          width={size}
          height={size}
          loading="lazy"
          decoding="async"
        />
      </picture>
    </Box>
  );
}
