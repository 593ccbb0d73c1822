import { randomBytes, scrypt } from 'node:crypto';

// The parameters of Better Auth's own hashes (@better-auth/utils/password).
const cost = { N: 16_384, r: 16, p: 1, maxmem: 128 * 16_384 * 16 * 2 };
const keyLength = 64;

/** A password as Better Auth stores it: `salt:key`, both hexadecimal. */
export async function hashPassword(
  password: string,
  salt = randomBytes(16).toString('hex'),
): Promise<string> {
  const key = await new Promise<Buffer>((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyLength, cost, (error, derived) => {
      if (error) reject(error);
      else resolve(derived);
    });
  });
  return `${salt}:${key.toString('hex')}`;
}
