import { TRPCClientError } from '@trpc/client';
import { errorCodes } from '@turing/domain';
import { describe, expect, it } from 'vitest';
import { failureFor, messages, sentenceFor } from './messages.ts';

describe('messages', () => {
  it.each([...Object.keys(errorCodes), 'UNKNOWN', 'UNREACHABLE'])('has a sentence for %s', (code) => {
    const sentence = messages[code as keyof typeof messages];
    expect(sentence).toMatch(/^[A-Z].{10,}\.$/u);
    expect(sentence).not.toContain(code);
  });

  it('has no sentence for a code that does not exist', () => {
    expect(Object.keys(messages).toSorted()).toEqual(
      [...Object.keys(errorCodes), 'UNKNOWN', 'UNREACHABLE'].toSorted(),
    );
  });

  it('takes an error of our own making for a defect', () => {
    expect(failureFor(new TypeError('x')).code).toBe('UNKNOWN');
  });

  it('takes a failure without an answer for an unreachable API', () => {
    expect(sentenceFor(new TRPCClientError('fetch failed'))).toBe(messages.UNREACHABLE);
  });
});
