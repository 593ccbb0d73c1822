export { createApiClient, type ApiClient, type ApiClientOptions } from './api-client.ts';
export { failureOf, type ApiFailure } from './failure.ts';
export type { AppRouter, RouterInputs, RouterOutputs } from './types.ts';
