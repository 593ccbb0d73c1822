'use client';

import { useEffect, useReducer, useState } from 'react';
import { useUpload } from '../../lib/use-upload.ts';
import { createPictureSender, type PictureSender } from './picture-sender.ts';
import { changeTasks, type UploadTask } from './upload-tasks.ts';

export interface UploadQueue extends PictureSender {
  readonly tasks: readonly UploadTask[];
}

/** The files on their way to a product, and what can be done with them. `attach` is the one of the first render. */
export function useUploadQueue(attach: (uploadId: string) => Promise<unknown>): UploadQueue {
  const [tasks, tell] = useReducer(changeTasks, []);
  const upload = useUpload();
  const [sender] = useState(() => createPictureSender({ upload, attach, tell }));
  useWarningOnLeave(tasks.some(({ status }) => status !== 'failed'));
  return { ...sender, tasks };
}

/** Leaving the page would end what is under way. */
function useWarningOnLeave(busy: boolean): void {
  useEffect(() => {
    if (!busy) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [busy]);
}
