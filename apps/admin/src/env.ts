/** Read per request, so that one build serves every stage. */
export function readEnv() {
  return {
    apiUrl: (process.env.API_URL ?? 'http://localhost:4000').replace(/\/+$/u, ''),
    development: process.env.NODE_ENV === 'development',
  };
}
