export const renditionWidths = [160, 320, 480, 640, 960, 1280] as const;
export const renditionFormats = ['avif', 'webp'] as const;

export type RenditionWidth = (typeof renditionWidths)[number];
export type RenditionFormat = (typeof renditionFormats)[number];

/** One size and format of one image. `key` names the image: `products/oat-mug-1`. */
export interface Rendition {
  key: string;
  width: RenditionWidth;
  format: RenditionFormat;
}

const keyPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*){0,3}$/;
const longestKey = 200;

/** Whether a key may name an image: lower-case words, never a way out of the folder. */
function isMediaKey(key: string): boolean {
  return key.length <= longestKey && keyPattern.test(key);
}

/** Reads `<key>/<width>.<format>`; null for anything that is not exactly that, in a width and format we serve. */
export function parseRendition(address: string): Rendition | null {
  const match = /^(.+)\/(\d{3,4})\.(avif|webp)$/.exec(address);
  const [, key = '', digits, extension] = match ?? [];
  const width = renditionWidths.find((candidate) => String(candidate) === digits);
  const format = renditionFormats.find((candidate) => candidate === extension);
  if (width === undefined || format === undefined || !isMediaKey(key)) return null;
  return { key, width, format };
}

/** The forms of a source: what the shop draws itself, and what was uploaded. */
export const sourceFormats = ['webp', 'svg'] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/** Where the storage keeps what a picture's renditions are made from. */
export function sourceKey(key: string, format: SourceFormat): string {
  return `sources/${key}.${format}`;
}

/** The address of a rendition below `/media`. */
export function renditionPath({ key, width, format }: Rendition): string {
  return `${key}/${width}.${format}`;
}

/** Where the storage keeps a rendition that was made ahead. */
export function renditionKey(rendition: Rendition): string {
  return `renditions/${renditionPath(rendition)}`;
}

/** Every rendition that may be asked for. */
export function renditionsOf(key: string): Rendition[] {
  return renditionWidths.flatMap((width) => renditionFormats.map((format) => ({ key, width, format })));
}
