import { describe, expect, it } from 'vitest';
import { readEnvironment } from './env.ts';

const valid = {
  MEDIA_DIR: '/var/lib/turing/media',
  DATABASE_URL: 'postgresql://shop@localhost/shop',
  SMTP_URL: 'smtp://127.0.0.1:4025',
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
  GIFT_CARD_SECRET: 'a-secret-for-gift-cards-of-32-characters',
};

describe('readEnvironment', () => {
  it('has a default for all that can have one', () => {
    expect(readEnvironment(valid)).toMatchObject({
      port: 4001,
      concurrency: 5,
      recoveryGraceMs: 15_000,
      mail: { from: { name: 'Turing Goods', address: 'hello@turing.example' } },
      storefrontUrl: 'http://localhost:3000',
    });
  });

  it('names everything that is wrong at once', () => {
    const read = () =>
      readEnvironment({ WORKER_PORT: '70000', STRIPE_SECRET_KEY: 'pk_1', EMAIL_FROM: 'nobody' });
    for (const name of [
      'MEDIA_DIR',
      'DATABASE_URL',
      'WORKER_PORT',
      'SMTP_URL',
      'EMAIL_FROM',
      'STRIPE_SECRET_KEY',
      'STRIPE_WEBHOOK_SECRET',
    ]) {
      expect(read).toThrow(name);
    }
  });

  it('keeps files in the folder, or in the bucket that is named', () => {
    expect(readEnvironment(valid).storage).toEqual({ kind: 'folder', dir: '/var/lib/turing/media' });
    const bucket = { ...valid, MEDIA_BUCKET: 'shop-media' };
    expect(readEnvironment({ ...bucket, MEDIA_BUCKET_REGION: 'eu-west-1' }).storage).toMatchObject({
      kind: 's3',
      bucket: 'shop-media',
      region: 'eu-west-1',
    });
    expect(() => readEnvironment(bucket)).toThrow('MEDIA_BUCKET_REGION: goes with MEDIA_BUCKET');
  });

  it.each([
    ['Shop <a@b.example>', { name: 'Shop', address: 'a@b.example' }],
    ['a@b.example', { name: '', address: 'a@b.example' }],
  ])('reads the sender %s', (text, from) => {
    expect(readEnvironment({ ...valid, EMAIL_FROM: text }).mail.from).toEqual(from);
  });

  it.each(['Shop\r\nBcc: x@y.example <a@b.example>', 'Shop <a@b.example>\nBcc: x@y.example', 'Shop <>'])(
    'refuses the sender %j',
    (text) => {
      expect(() => readEnvironment({ ...valid, EMAIL_FROM: text })).toThrow('EMAIL_FROM');
    },
  );
});
