/** One file on its way. */
export interface UploadTask {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly status: 'waiting' | 'sending' | 'reading' | 'failed';
  /** How much was sent, from 0 to 1. */
  readonly share: number;
  readonly problem: string | null;
  /** Trying again would not help. */
  readonly final: boolean;
}

export type UploadStep =
  | { readonly type: 'added'; readonly task: Pick<UploadTask, 'id' | 'name' | 'bytes'> }
  | { readonly type: 'sending'; readonly id: string; readonly share: number }
  | { readonly type: 'reading'; readonly id: string }
  | { readonly type: 'failed'; readonly id: string; readonly problem: string; readonly final: boolean }
  | { readonly type: 'gone'; readonly id: string };

export function changeTasks(tasks: readonly UploadTask[], step: UploadStep): readonly UploadTask[] {
  switch (step.type) {
    case 'added':
      return [...tasks, { ...step.task, status: 'waiting', share: 0, problem: null, final: false }];
    case 'gone':
      return tasks.filter(({ id }) => id !== step.id);
    case 'sending':
      return changed(tasks, step.id, { status: 'sending', share: step.share, problem: null });
    case 'reading':
      return changed(tasks, step.id, { status: 'reading', share: 1 });
    case 'failed':
      return changed(tasks, step.id, { status: 'failed', problem: step.problem, final: step.final });
  }
}

function changed(
  tasks: readonly UploadTask[],
  id: string,
  change: Partial<UploadTask>,
): readonly UploadTask[] {
  return tasks.map((task) => (task.id === id ? { ...task, ...change } : task));
}
