import type { RouterInputs } from '@turing/client';

export interface LevelFilters {
  readonly query: string;
  readonly locationId: string | null;
  readonly low: boolean;
  /** The cursors that led to this page, oldest first. */
  readonly cursors: readonly string[];
}

const pageSize = 25;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

export function readLevelFilters(params: URLSearchParams): LevelFilters {
  const locationId = params.get('location');
  return {
    query: (params.get('q') ?? '').slice(0, 100),
    locationId: locationId !== null && uuid.test(locationId) ? locationId : null,
    low: params.get('low') === 'yes',
    cursors: params.getAll('after'),
  };
}

export function writeLevelFilters({ query, locationId, low, cursors }: LevelFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (query !== '') params.set('q', query);
  if (locationId !== null) params.set('location', locationId);
  if (low) params.set('low', 'yes');
  for (const cursor of cursors) params.append('after', cursor);
  return params;
}

/** What to ask the API for; a product's own page shows the locations that never had it too. */
export function toLevelsInput(
  filters: LevelFilters,
  productId?: string,
): RouterInputs['products']['staff']['stock']['levels'] {
  const { query, locationId, low, cursors } = filters;
  const cursor = cursors.at(-1);
  return {
    limit: pageSize,
    low,
    ...(query === '' ? {} : { query }),
    ...(locationId === null ? {} : { locationId }),
    ...(productId === undefined ? {} : { productId, includeEmpty: true }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

export function isNarrowed({ query, locationId, low }: LevelFilters): boolean {
  return query !== '' || locationId !== null || low;
}
