import { useState } from 'react';

interface MissingPicture {
  readonly missing: boolean;
  /** For the `img`. */
  readonly watch: {
    readonly ref: (image: HTMLImageElement | null) => void;
    readonly onError: () => void;
  };
}

/** Whether the file of a picture turned out not to be there. */
export function useMissingPicture(src: string | undefined): MissingPicture {
  const [missingSrc, setMissingSrc] = useState<string | null>(null);
  const onError = () => setMissingSrc(src ?? null);
  return {
    missing: src !== undefined && missingSrc === src,
    watch: {
      onError,
      // It may have failed before anybody listened.
      ref: (image) => {
        if (image !== null && image.complete && image.naturalWidth === 0) onError();
      },
    },
  };
}
