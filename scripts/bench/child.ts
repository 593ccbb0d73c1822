import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export interface Child {
  /** Sends an order and waits for its result. */
  readonly ask: <Result>(order: unknown) => Promise<Result>;
  readonly stop: () => void;
}

/** Takes a child along when this process ends first. */
export function endWithUs(child: ChildProcess): void {
  const end = () => child.kill();
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
}

/** One of the processes in `processes`. */
export function startChild(name: string): Child {
  const child = fork(path.join(import.meta.dirname, 'processes', `${name}.ts`), { stdio: 'inherit' });
  endWithUs(child);
  return {
    ask: async <Result>(order: unknown) => {
      child.send(order as object);
      const answered = new AbortController();
      const { signal } = answered;
      const ended = once(child, 'exit', { signal }).then(() => [{ failure: 'it ended' }]);
      const [answer] = (await Promise.race([once(child, 'message', { signal }), ended])) as [
        { result?: Result; failure?: string },
      ];
      ended.catch(() => undefined);
      answered.abort();
      if (answer.failure !== undefined) throw new Error(`${name}: ${answer.failure}`);
      return answer.result as Result;
    },
    stop: () => child.kill(),
  };
}
