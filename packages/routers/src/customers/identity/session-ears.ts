import { type SessionNews, watchSessions } from '@turing/db';

/** Hears which sessions have ended, in whichever process. */
export interface SessionEars {
  /** Since which moment of `performance.now()` everything has been heard; null while something may be missed. */
  readonly hearingSince: () => number | null;
  /** Null is told when it is unknown what was missed. */
  readonly onNews: (listener: (news: SessionNews | null) => void) => void;
  readonly close: () => Promise<void>;
}

/** Longer than a beat of the watch takes, shorter than what one may be late by. */
const silenceMs = 2000;

export interface SessionEarsOptions {
  readonly databaseUrl: string;
  readonly onError: (error: Error) => void;
}

export function openSessionEars({ databaseUrl, onError }: SessionEarsOptions): SessionEars {
  const listeners: ((news: SessionNews | null) => void)[] = [];
  let listeningSince: number | null = null;
  const tell = (news: SessionNews | null) => {
    for (const listener of listeners) listener(news);
  };
  const watch = watchSessions({
    url: databaseUrl,
    onListening: () => {
      listeningSince = performance.now();
      tell(null);
    },
    onNews: tell,
    onError,
  });
  return {
    hearingSince: () => (performance.now() - watch.toldUntil() < silenceMs ? listeningSince : null),
    onNews: (listener) => {
      listeners.push(listener);
    },
    close: watch.close,
  };
}

/** For a process that keeps sessions for a moment only. */
export const deafEars: SessionEars = {
  hearingSince: () => null,
  onNews: () => undefined,
  close: () => Promise.resolve(),
};
