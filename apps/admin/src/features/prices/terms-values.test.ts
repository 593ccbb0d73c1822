import { expect, test } from 'vitest';
import { newTerms, toTermsInput, validateTerms } from './terms-values.ts';

test('local times travel as moments, and empty ones as none', () => {
  const startsAt = '2026-11-22 16:40:00';
  const input = toTermsInput({ ...newTerms, name: ' Sale ', startsAt, endsAt: '' });
  expect(input).toMatchObject({ name: 'Sale', startsAt: new Date(2026, 10, 22, 16, 40).toISOString() });
  expect(input.endsAt).toBeNull();
});

test('a list needs a name and an end after its start', () => {
  expect(validateTerms(newTerms).name).not.toBeNull();
  const dates = { name: 'Sale', startsAt: '2026-11-22 10:00:00', endsAt: '2026-11-22 10:00:00' };
  expect(validateTerms({ ...newTerms, ...dates })).toMatchObject({
    name: null,
    endsAt: 'The end must be after the start.',
  });
  expect(validateTerms({ ...newTerms, ...dates, endsAt: '2026-11-22 10:01:00' }).endsAt).toBeNull();
});
