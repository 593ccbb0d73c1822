import { describe, expect, it, vi } from 'vitest';
import { createPictureSender } from './picture-sender.ts';
import { changeTasks, type UploadTask } from './upload-tasks.ts';

const file = (name: string) => new File(['12345'], name, { type: 'image/png' });

/** A sender whose uploads end when the test says so. */
function open(attach: (uploadId: string) => Promise<unknown> = () => Promise.resolve()) {
  let tasks: readonly UploadTask[] = [];
  const attached: string[] = [];
  const ends = new Map<string, { done: () => void; fail: () => void; signal: AbortSignal }>();
  const sender = createPictureSender({
    upload: ({ name }, { signal }) =>
      new Promise((resolve, reject) => {
        ends.set(name, { done: () => resolve(name), fail: () => reject(new Error('no')), signal });
      }),
    attach: async (uploadId) => {
      await attach(uploadId);
      attached.push(uploadId);
    },
    tell: (step) => {
      tasks = changeTasks(tasks, step);
    },
  });
  const end = (name: string) => ends.get(name)!;
  return { sender, attached, end, tasks: () => tasks, states: () => tasks.map(({ status }) => status) };
}

describe('createPictureSender', () => {
  it('attaches in the order of the choice, whatever arrives first', async () => {
    const { sender, attached, end, tasks } = open();
    sender.add([file('a'), file('b'), file('c')]);
    await vi.waitFor(() => end('c'));
    for (const name of ['c', 'b', 'a']) end(name).done();
    await vi.waitFor(() => expect(tasks()).toEqual([]));
    expect(attached).toEqual(['a', 'b', 'c']);
  });

  it('goes on after one that fails, which can be tried again', async () => {
    const { sender, attached, end, tasks, states } = open();
    sender.add([file('a'), file('b')]);
    await vi.waitFor(() => end('b'));
    end('a').fail();
    end('b').done();
    await vi.waitFor(() => expect(attached).toEqual(['b']));
    expect(states()).toEqual(['failed']);
    sender.retry(tasks()[0]!.id);
    await vi.waitFor(() => expect(states()).toEqual(['sending']));
    end('a').done();
    await vi.waitFor(() => expect(attached).toEqual(['b', 'a']));
  });

  it('sends three at once, and nothing that will not do', async () => {
    const { sender, end, states } = open();
    sender.add([new File(['<svg/>'], 'x.svg', { type: 'image/svg+xml' }), ...['a', 'b', 'c', 'd'].map(file)]);
    await vi.waitFor(() => end('c'));
    expect(states()).toEqual(['failed', 'sending', 'sending', 'sending', 'waiting']);
  });

  it('gives one up without a word', async () => {
    const { sender, attached, end, tasks } = open();
    sender.add([file('a'), file('b')]);
    await vi.waitFor(() => end('b'));
    sender.drop(tasks()[0]!.id);
    expect(end('a').signal.aborted).toBe(true);
    end('a').fail();
    end('b').done();
    await vi.waitFor(() => expect(attached).toEqual(['b']));
    expect(tasks()).toEqual([]);
  });
});
