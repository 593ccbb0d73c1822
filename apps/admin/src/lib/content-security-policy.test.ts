import { expect, it } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';

const connections = (uploadOrigin: string) =>
  contentSecurityPolicy('abc', { development: false, uploadOrigin })
    .split('; ')
    .find((directive) => directive.startsWith('connect-src'));

it('lets pages talk to their own origin, and to the bucket that takes files', () => {
  expect(connections('')).toBe("connect-src 'self'");
  expect(connections('https://shop-media.s3.eu-west-1.amazonaws.com')).toBe(
    "connect-src 'self' https://shop-media.s3.eu-west-1.amazonaws.com",
  );
});
