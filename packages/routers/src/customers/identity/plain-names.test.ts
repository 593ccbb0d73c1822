import { describe, expect, it } from 'vitest';
import { toPlainName } from './plain-names.ts';

describe('toPlainName', () => {
  it('keeps names as people write them', () => {
    expect(toPlainName('Zoë O’Neill-Łukasz', 'z@example.com')).toBe('Zoë O’Neill-Łukasz');
  });

  it('makes one line of whatever a provider says', () => {
    expect(toPlainName('Ada\r\nBcc: victim@example.com', 'a@example.com')).toBe(
      'Ada  Bcc: victim@example.com',
    );
    expect(toPlainName('Ada\u2028Marlowe\u0000', 'a@example.com')).toBe('Ada Marlowe');
    expect(toPlainName('x'.repeat(500), 'a@example.com')).toHaveLength(120);
  });

  it('falls back on the address', () => {
    expect(toPlainName(' \n', 'ada@example.com')).toBe('ada');
    expect(toPlainName(null, 'ada@example.com')).toBe('ada');
  });
});
