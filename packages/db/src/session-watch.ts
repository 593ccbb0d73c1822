import { watchChannel } from './channel-watch.ts';

export type SessionPopulation = 'customer' | 'staff';

/** What became of sessions: one ended, somebody changed (their sessions say old things), or too many to name. */
export type SessionNews =
  | {
      readonly population: SessionPopulation;
      readonly kind: 'session' | 'person';
      readonly ids: readonly string[];
    }
  | { readonly population: SessionPopulation; readonly kind: 'all' };

export interface SessionWatchOptions {
  readonly url: string;
  /** Nothing before this moment is known. */
  readonly onListening: () => void;
  readonly onNews: (news: SessionNews) => void;
  readonly onError?: (error: Error) => void;
}

/** Listens to the ends of sessions and to changes of the people they stand for, wherever they happen. */
export function watchSessions({ onNews, ...options }: SessionWatchOptions) {
  return watchChannel({
    ...options,
    channel: 'sessions',
    applicationName: 'turing-session-watch',
    onPayload: (payload) => onNews(parse(payload)),
  });
}

function parse(payload: string): SessionNews {
  const [population, kind, ids = ''] = payload.split(':');
  const whose = population === 'staff' ? 'staff' : 'customer';
  if (kind !== 'session' && kind !== 'person') return { population: whose, kind: 'all' };
  return { population: whose, kind, ids: ids.split(',') };
}
