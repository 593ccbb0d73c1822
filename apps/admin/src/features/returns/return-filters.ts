import { type ReturnState, returnStates } from '@turing/domain';

export interface ReturnFilters {
  readonly status: ReturnState | null;
  readonly query: string;
  /** The cursors of the pages before this one and of this one. */
  readonly cursors: readonly string[];
}

/** What the address says. */
export function readReturnFilters(params: URLSearchParams): ReturnFilters {
  const status = returnStates.find((each) => each === params.get('status')) ?? null;
  return { status, query: params.get('q') ?? '', cursors: params.getAll('after') };
}

export function writeReturnFilters({ status, query, cursors }: ReturnFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (status !== null) params.set('status', status);
  if (query !== '') params.set('q', query);
  for (const cursor of cursors) params.append('after', cursor);
  return params;
}

export function toListInput({ status, query, cursors }: ReturnFilters) {
  const cursor = cursors.at(-1);
  return {
    limit: 50,
    ...(status === null ? {} : { status }),
    ...(query.trim() === '' ? {} : { query: query.trim() }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}
