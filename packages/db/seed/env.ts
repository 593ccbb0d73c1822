/** Where the shop to fill is. Null when the environment does not say. */
export function readEnv(): { databaseUrl: string; mediaDir: string } | null {
  const { DATABASE_URL: databaseUrl, MEDIA_DIR: mediaDir } = process.env;
  return databaseUrl === undefined || mediaDir === undefined ? null : { databaseUrl, mediaDir };
}
