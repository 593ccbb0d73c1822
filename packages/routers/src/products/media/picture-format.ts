export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const;
export type PictureType = (typeof pictureTypes)[number];

export const maxPictureBytes = 20_000_000;
export const maxPicturePixels = 50_000_000;

/** Why a file does not become a picture of the shop; travels as `details.why` of MEDIA_REFUSED. */
export type MediaRefusal =
  | 'empty'
  | 'too_many_bytes'
  | 'too_many_pixels'
  | 'format_unsupported'
  | 'hides_other_content'
  | 'damaged'
  | 'too_many_pictures';

const avifBrands = new Set(['avif', 'avis']);

/** What the first bytes say a file is; its name and declared type say nothing. Null for what we do not take. */
export function findPictureType(file: Buffer): PictureType | null {
  const at = (start: number, end: number) => file.toString('latin1', start, end);
  if (at(0, 3) === '\xFF\xD8\xFF') return 'image/jpeg';
  if (at(0, 8) === '\x89PNG\r\n\x1A\n') return 'image/png';
  if (at(0, 6) === 'GIF87a' || at(0, 6) === 'GIF89a') return 'image/gif';
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return 'image/webp';
  if (at(4, 8) === 'ftyp' && brandsOf(file).some((brand) => avifBrands.has(brand))) return 'image/avif';
  return null;
}

// The major brand, four bytes of version, then the compatible brands to the end of the box.
function brandsOf(file: Buffer): string[] {
  if (file.length < 16) return [];
  const end = Math.min(file.readUInt32BE(0), file.length, 256);
  const brands = [file.toString('latin1', 8, 12)];
  for (let start = 16; start + 4 <= end; start += 4) brands.push(file.toString('latin1', start, start + 4));
  return brands;
}

// Long enough not to occur by chance in compressed pixels.
const activeContent = /<script[\s>/]|<html[\s>]|<!doctype\s|<\?php[\s]|<iframe[\s>]|<svg\s[^<]{0,200}xmlns/iu;
const archiveEnd = Buffer.from('PK\x05\x06', 'latin1');
const archiveTail = 22;
const longestArchiveComment = 65_535;

/**
 * Whether another program would take the file for its own: a page, a script, a PDF or a ZIP archive. Phones append
 * films and further pictures to theirs; those pass, and are dropped.
 */
export function hidesOtherContent(file: Buffer): boolean {
  if (activeContent.test(file.toString('latin1'))) return true;
  if (file.subarray(0, 1024).includes('%PDF-')) return true;
  return isArchive(file);
}

// APPNOTE 4.3.16: the archive's last record ends with a comment of the length that it names.
function isArchive(file: Buffer): boolean {
  const start = Math.max(0, file.length - archiveTail - longestArchiveComment);
  for (let at = file.indexOf(archiveEnd, start); at !== -1; at = file.indexOf(archiveEnd, at + 1)) {
    if (at + archiveTail > file.length) return false;
    if (at + archiveTail + file.readUInt16LE(at + 20) <= file.length) return true;
  }
  return false;
}
