import { expect, test } from 'vitest';
import { translateFailure } from './failure.ts';

const failed = (code: string) => Object.assign(new Error('the database says no'), { code });

test.each(['55P03', '57014', '40001', '40P01', '57P01', 'ECONNREFUSED'])(
  'a database that is away or too busy (%s) is unavailable: the same call may be made again',
  (code) => {
    expect(translateFailure(failed(code))).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  },
);

test('what the database refuses for good is a defect of ours', () => {
  expect(translateFailure(failed('23514'))).toBeNull();
});
