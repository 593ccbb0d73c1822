import sharp, { type Create, type Sharp } from 'sharp';

export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';

function plain(size: Partial<Create>): Sharp {
  const create: Create = { width: 60, height: 40, channels: 3, background: '#336699', ...size };
  return sharp({ create, limitInputPixels: false });
}

/** A picture of one colour. */
export function plainPicture(format: PictureFormat = 'jpeg', size: Partial<Create> = {}): Promise<Buffer> {
  return plain(size)[format]().toBuffer();
}

/** A photograph as a phone writes it: lying on its side, with where and by whom it was taken. Upright its top is red. */
export async function phonePhotograph(): Promise<Buffer> {
  const half = await plain({ width: 40, height: 40, background: '#ff0000' }).png().toBuffer();
  return plain({ width: 80, height: 40, background: '#0000ff' })
    .composite([{ input: half, left: 0, top: 0 }])
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Artist: 'Somebody Private', Copyright: 'Somebody Private' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 30/1 0/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 7/1 0/1',
      },
    })
    .withIccProfile('p3')
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>Somebody Private</secret></x:xmpmeta>')
    .jpeg({ quality: 95 })
    .toBuffer();
}
