import { failureFor, sentenceFor } from './messages.ts';
import { PutFailure } from './put-file.ts';

export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'];
const maxPictureBytes = 20_000_000;

/** What staff may choose, in their words. */
export const pictureRules = 'JPEG, PNG, WebP, AVIF or GIF, at most 20 MB and 50 megapixels';

const refusals: Readonly<Record<string, string>> = {
  empty: 'The file is empty.',
  too_many_bytes: 'The file is larger than 20 MB.',
  too_many_pixels: 'The picture has more than 50 megapixels. Make it smaller first.',
  format_unsupported: 'Not a picture the shop can use. Save it as JPEG, PNG, WebP or AVIF.',
  hides_other_content: 'The file holds more than a picture. Save the picture again from an image editor.',
  damaged: 'The file is damaged or not complete. Try with the original.',
  too_many_pictures: 'A product can have at most 100 pictures.',
};

/** Why a file need not even be sent, or null. */
export function refusalOf(file: Pick<File, 'type' | 'size'>): string | null {
  if (!pictureTypes.includes(file.type)) return refusals['format_unsupported'] ?? null;
  if (file.size === 0) return refusals['empty'] ?? null;
  return file.size > maxPictureBytes ? (refusals['too_many_bytes'] ?? null) : null;
}

/** What went wrong with a picture, in a sentence. */
export function pictureProblem(error: unknown): string {
  if (error instanceof PutFailure) return error.message;
  const { code, details } = failureFor(error);
  const why = code === 'MEDIA_REFUSED' ? refusals[String(details['why'])] : undefined;
  return why ?? sentenceFor(error);
}
