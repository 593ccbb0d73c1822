/** Read per request, so that one build serves every stage. */
export function readEnv() {
  return {
    apiUrl: (process.env.API_URL ?? 'http://localhost:4000').replace(/\/+$/u, ''),
    /** Where files are put when a bucket takes them; empty: here. */
    uploadOrigin: process.env.UPLOAD_ORIGIN ?? '',
    development: process.env.NODE_ENV === 'development',
  };
}
