import type { Image } from '../schemas.ts';

export interface MediaRow {
  readonly key: string;
  readonly alt: string;
  readonly colour: string;
  readonly width: number;
  readonly height: number;
}

/** The public face of a stored image. */
export function imageOf({ key, alt, colour, width, height }: MediaRow): Image {
  return { src: `/media/${key}`, alt, colour, width, height };
}
