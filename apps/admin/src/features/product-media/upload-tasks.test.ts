import { describe, expect, it } from 'vitest';
import { createLanes } from './lanes.ts';
import { changeTasks, type UploadStep } from './upload-tasks.ts';

const after = (...steps: UploadStep[]) => steps.reduce(changeTasks, changeTasks([], steps[0]!).slice(0, 0));
const added = (id: string): UploadStep => ({ type: 'added', task: { id, name: `${id}.jpg`, bytes: 10 } });

describe('a file on its way', () => {
  it('waits, is sent, is read and goes', () => {
    expect(after(added('a'))).toMatchObject([{ id: 'a', status: 'waiting', share: 0 }]);
    expect(after(added('a'), { type: 'sending', id: 'a', share: 0.5 })).toMatchObject([
      { status: 'sending', share: 0.5 },
    ]);
    expect(after(added('a'), { type: 'reading', id: 'a' })).toMatchObject([{ status: 'reading', share: 1 }]);
    expect(after(added('a'), { type: 'gone', id: 'a' })).toEqual([]);
  });

  it('fails alone, and loses its problem when it is sent again', () => {
    const failed: UploadStep = { type: 'failed', id: 'b', problem: 'The file is damaged.', final: false };
    const tasks = after(added('a'), added('b'), failed);
    expect(tasks.map(({ status }) => status)).toEqual(['waiting', 'failed']);
    expect(changeTasks(tasks, { type: 'sending', id: 'b', share: 0 })[1]).toMatchObject({ problem: null });
  });
});

describe('createLanes', () => {
  it('never runs more at once, and goes on after a failure', async () => {
    const lanes = createLanes(2);
    let running = 0;
    let most = 0;
    const task = async (fails: boolean) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      if (fails) throw new Error('no');
      return most;
    };
    const results = await Promise.allSettled(
      Array.from({ length: 9 }, (_, at) => lanes(() => task(at % 3 === 0))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
    expect(most).toBe(2);
  });
});
