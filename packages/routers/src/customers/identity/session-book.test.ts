import type { SessionNews } from '@turing/db';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionBook, deafAgeMs, type Look, sessionAgeMs } from './session-book.ts';
import type { SessionEars } from './session-ears.ts';

const cookieMs = 300_000;
const alice = { session: { id: 's1', expiresAt: new Date('2099-01-01') }, user: { id: 'u1' } };
const ended: SessionNews = { population: 'customer', kind: 'session', ids: ['s1'] };

function open({ hearingFor = 2 * cookieMs }: { hearingFor?: number | null } = {}) {
  let since = hearingFor === null ? null : performance.now() - hearingFor;
  const listeners: ((news: SessionNews | null) => void)[] = [];
  const ears: SessionEars = {
    hearingSince: () => since,
    onNews: (listener) => listeners.push(listener),
    close: () => Promise.resolve(),
  };
  const look = vi.fn<(headers: Headers, askDatabase: boolean) => Promise<Look<typeof alice>>>();
  look.mockResolvedValue({ found: alice, cookies: ['renewed'] });
  const book = createSessionBook({
    population: 'customer',
    cookiePrefix: 'shop.',
    cookieSeconds: 300,
    ears,
    look,
  });
  return {
    look,
    find: (cookie = 'shop.session_token=t.s; shop.session_data=d') => book.find(new Headers({ cookie })),
    hear: (news: SessionNews | null) => {
      for (const listener of listeners) listener(news);
    },
    goDeaf: () => {
      since = null;
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  // Moments before the process began are negative.
  vi.advanceTimersByTime(10 * cookieMs);
  return () => vi.useRealTimers();
});

describe('createSessionBook', () => {
  it('looks once, and again when what it found is old', async () => {
    const { find, look } = open();
    expect(await find()).toEqual({ found: alice, cookies: ['renewed'] });
    vi.advanceTimersByTime(sessionAgeMs - 1);
    expect(await find()).toEqual({ found: alice, cookies: [] });
    expect(look).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    await find();
    expect(look).toHaveBeenCalledTimes(2);
  });

  it.each([
    '',
    'other=1',
    'shop.session_data=d',
    'xshop.session_token=t',
    'staff.session_token=t',
    '__Secure-shop.session_token=t',
  ])('looks at nothing without a cookie of its own: %s', async (cookie) => {
    const { find, look } = open();
    expect(await find(cookie)).toEqual({ found: null, cookies: [] });
    expect(look).not.toHaveBeenCalled();
  });

  it.each([
    'shop.session_token=t.x; shop.session_data=d',
    'shop.session_token=t.s',
    'a=1; shop.session_token=u.s; shop.session_data=d',
    'shop.session_token=t.s; shop.session_data=d; shop.session_token=u.s',
  ])('takes other cookies for another session: %s', async (cookie) => {
    const { find, look } = open();
    await find();
    await find(cookie);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it.each([
    'shop.session_token=t.s; shop.session_data=renewed',
    'theme=dark; shop.session_data.0=a; shop.session_data.1=b; shop.session_token=t.s; z=1',
  ])('knows a session whatever else is sent: %s', async (cookie) => {
    const { find, look } = open();
    await find();
    await find(cookie);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('keeps nothing of those it does not know', async () => {
    const { find, look } = open();
    look.mockResolvedValue({ found: null, cookies: [] });
    await find();
    await find();
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('does not outlive the session', async () => {
    const { find, look } = open();
    const dying = { ...alice, session: { id: 's1', expiresAt: new Date(Date.now() + 1000) } };
    look.mockResolvedValueOnce({ found: dying, cookies: [] });
    await find();
    vi.advanceTimersByTime(1000);
    await find();
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('forgets nobody for news of others', async () => {
    const { find, hear, look } = open();
    await find();
    hear({ population: 'customer', kind: 'session', ids: ['s2'] });
    hear({ population: 'customer', kind: 'person', ids: ['u2'] });
    hear({ population: 'staff', kind: 'session', ids: ['s1'] });
    hear({ population: 'staff', kind: 'all' });
    await find();
    expect(look).toHaveBeenCalledTimes(1);
  });

  it.each<[string, SessionNews | null]>([
    ['its end', ended],
    ['a change of the person', { population: 'customer', kind: 'person', ids: ['u1'] }],
    ['the end of many', { population: 'customer', kind: 'all' }],
    ['a gap', null],
  ])('asks the database, not the signed cookie, after %s', async (_name, news) => {
    const { find, hear, look } = open();
    await find();
    expect(look.mock.lastCall?.[1]).toBe(false);
    hear(news);
    look.mockImplementation((_headers, askDatabase) =>
      Promise.resolve({ found: askDatabase ? null : alice, cookies: [] }),
    );
    expect(await find()).toMatchObject({ found: null });
    vi.advanceTimersByTime(cookieMs - 1);
    expect(await find()).toMatchObject({ found: null });
  });

  it('keeps nothing that ended while it was read', async () => {
    const { find, hear, look } = open();
    look.mockImplementationOnce(() => {
      hear(ended);
      return Promise.resolve({ found: alice, cookies: [] });
    });
    await find();
    look.mockResolvedValue({ found: null, cookies: [] });
    expect(await find()).toMatchObject({ found: null });
  });

  it('asks the database while it has listened for a shorter time than signed cookies live', async () => {
    const { find, look } = open({ hearingFor: cookieMs - 1 });
    await find();
    expect(look.mock.lastCall?.[1]).toBe(true);
  });

  it('keeps sessions for seconds while it hears nothing, and asks the database', async () => {
    const { find, goDeaf, look } = open();
    await find();
    goDeaf();
    vi.advanceTimersByTime(deafAgeMs - 1);
    await find();
    expect(look).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    await find();
    expect(look.mock.calls.map(([, askDatabase]) => askDatabase)).toEqual([false, true]);
  });
});
