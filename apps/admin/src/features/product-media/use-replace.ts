'use client';

import { useState } from 'react';
import { pictureProblem, pictureTypes, refusalOf } from '../../lib/picture.ts';
import { toastProblem } from '../../lib/toast.tsx';
import { useUpload } from '../../lib/use-upload.ts';
import { type MediaWrites, tellOf } from './use-media-writes.ts';

/** Null: nothing is being replaced. */
export type ReplaceState = { readonly share: number } | null;

/** Chooses a file and puts it in the place of a picture. */
export function useReplace(mediaId: string, writes: MediaWrites | null) {
  const [state, setState] = useState<ReplaceState>(null);
  const upload = useUpload();

  async function send(file: File): Promise<void> {
    const problem = refusalOf(file);
    if (problem !== null || writes === null) {
      toastProblem('The picture was not replaced', problem ?? '');
      return;
    }
    setState({ share: 0 });
    try {
      const uploadId = await upload(file, {
        signal: new AbortController().signal,
        onProgress: (share) => setState({ share }),
      }).catch((error: unknown) => {
        toastProblem('The picture was not replaced', pictureProblem(error));
        return null;
      });
      if (uploadId !== null)
        await writes.replace(mediaId, uploadId).catch(tellOf('The picture was not replaced'));
    } finally {
      setState(null);
    }
  }

  function choose(): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = pictureTypes.join(',');
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file !== undefined) void send(file);
    });
    input.click();
  }

  return { state, choose };
}
