import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCircuit } from './circuit.ts';

const well = () => Promise.resolve('well');
const broken = () => Promise.reject(new Error('broken'));
const tooSlow = () => Promise.resolve(null);

function open(probe: () => Promise<boolean>) {
  const onOpen = vi.fn<(cause: unknown) => void>();
  const onClose = vi.fn<(outageMs: number) => void>();
  return { ask: createCircuit({ cooldownMs: 1000, probe, onOpen, onClose }), onOpen, onClose };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  return () => vi.useRealTimers();
});

describe('createCircuit', () => {
  it.each([
    ['fails', broken],
    ['is too slow', tooSlow],
  ])('asks no more once the store %s, and says so once', async (_how, bad) => {
    const { ask, onOpen } = open(() => Promise.resolve(false));
    expect(await ask(well)).toBe('well');
    expect(await Promise.all([ask(bad), ask(bad)])).toEqual([null, null]);
    const next = vi.fn(well);
    expect(await ask(next)).toBeNull();
    expect(next).not.toHaveBeenCalled();
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  it('looks in the background, one look at a time, and nobody waits for it', async () => {
    let answer: (isWell: boolean) => void = () => undefined;
    const probe = vi.fn(() => new Promise<boolean>((resolve) => (answer = resolve)));
    const { ask, onClose } = open(probe);
    await ask(broken);
    await vi.advanceTimersByTimeAsync(999);
    await ask(well);
    expect(probe).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await Promise.all([ask(well), ask(well)])).toEqual([null, null]);
    expect(probe).toHaveBeenCalledTimes(1);
    answer(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(onClose).toHaveBeenCalledWith(1000);
    expect(await ask(well)).toBe('well');
  });

  it('looks again after each pause until the store is well', async () => {
    const probe = vi.fn<() => Promise<boolean>>();
    probe
      .mockRejectedValueOnce(new Error('still broken'))
      .mockResolvedValueOnce(false)
      .mockResolvedValue(true);
    const { ask } = open(probe);
    await ask(broken);
    for (let look = 1; look <= 3; look += 1) {
      await vi.advanceTimersByTimeAsync(1000);
      expect(await ask(well)).toBeNull();
      await vi.advanceTimersByTimeAsync(0);
      expect(probe).toHaveBeenCalledTimes(look);
    }
    expect(await ask(well)).toBe('well');
  });
});
