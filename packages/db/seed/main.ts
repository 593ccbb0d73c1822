import { readEnv } from './env.ts';
import { seedShop } from './index.ts';

const env = readEnv();
if (env === null) {
  console.error('Set DATABASE_URL and MEDIA_DIR: the database to fill and the folder for its pictures.');
  process.exit(1);
}
try {
  await seedShop({ ...env, now: new Date(), log: console.log });
} catch (error) {
  console.error(`The shop could not be filled: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
