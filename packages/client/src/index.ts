export { createApiClient, type ApiClient } from './api-client.ts';
export { failureOf, type ApiFailure } from './failure.ts';
export type { AppRouter, RouterInputs, RouterOutputs } from './types.ts';
