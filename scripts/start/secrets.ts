import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Secrets {
  authSecret: string;
  webhookSecret: string;
}

/** Secrets of this checkout, made once and kept where only its owner can read them. */
export function readOrMakeSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json');
  const found = readSecrets(file);
  if (found !== undefined) return found;
  const made = {
    authSecret: randomBytes(32).toString('base64url'),
    webhookSecret: `whsec_${randomBytes(24).toString('hex')}`,
  };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${file}.partial`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.partial`, file);
  return made;
}

function readSecrets(file: string): Secrets | undefined {
  try {
    const { authSecret, webhookSecret } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
    return authSecret !== undefined && webhookSecret !== undefined
      ? { authSecret, webhookSecret }
      : undefined;
  } catch {
    return undefined;
  }
}
