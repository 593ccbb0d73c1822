import { ShopError } from '@turing/domain';
import sharp, { type Metadata, type Sharp } from 'sharp';
import {
  findPictureType,
  hidesOtherContent,
  maxPictureBytes,
  maxPicturePixels,
  type MediaRefusal,
} from './picture-format.ts';

/** A picture as the shop keeps it. */
export interface Master {
  /** WebP in sRGB, upright, without metadata. */
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  /** `#rrggbb`, the colour that most of it has. */
  readonly colour: string;
}

const longestSide = 2560;

export function refusedPicture(why: MediaRefusal, details: Record<string, unknown> = {}): ShopError {
  return new ShopError('MEDIA_REFUSED', { why, ...details });
}

/**
 * Decides by the content of a file whether it is a picture, and makes the one that the shop keeps: the first frame,
 * upright, in sRGB, at most 2560 pixels long, without anything that was not a pixel.
 * @throws MEDIA_REFUSED with `why`
 */
export async function readPicture(file: Buffer): Promise<Master> {
  if (file.length === 0) throw refusedPicture('empty');
  if (file.length > maxPictureBytes) throw refusedPicture('too_many_bytes', { limit: maxPictureBytes });
  const type = findPictureType(file);
  if (type === null) throw refusedPicture('format_unsupported');
  if (hidesOtherContent(file)) throw refusedPicture('hides_other_content');
  const { width, height } = await readMetadata(file);
  if (width * height > maxPicturePixels) {
    throw refusedPicture('too_many_pixels', { width, height, limit: maxPicturePixels });
  }
  return encodeMaster(file);
}

// Of an image this large not one pixel is decoded: its head alone says so.
async function readMetadata(file: Buffer): Promise<Metadata> {
  return sharp(file, { limitInputPixels: false }).metadata().catch(damaged);
}

function open(file: Buffer): Sharp {
  return sharp(file, { failOn: 'error', limitInputPixels: maxPicturePixels, autoOrient: true });
}

async function encodeMaster(file: Buffer): Promise<Master> {
  const { data, info } = await open(file)
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality: 90, effort: 4, smartSubsample: true })
    .toBuffer({ resolveWithObject: true })
    .catch(damaged);
  return { data, width: info.width, height: info.height, colour: await findColour(data) };
}

async function findColour(master: Buffer): Promise<string> {
  const small = await sharp(master)
    .flatten({ background: '#ffffff' })
    .resize(64, 64, { fit: 'fill' })
    .png()
    .toBuffer();
  const { dominant } = await sharp(small).stats();
  const hex = [dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0'));
  return `#${hex.join('')}`;
}

function damaged(cause: unknown): never {
  throw new ShopError('MEDIA_REFUSED', { why: 'damaged' satisfies MediaRefusal }, { cause });
}
