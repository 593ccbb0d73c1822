import { describe, expect, it } from 'vitest';
import { carriers, trackingUrlOf } from './carriers.ts';

describe('trackingUrlOf', () => {
  it.each(carriers)('links to a page of %s', (carrier) => {
    expect(new URL(trackingUrlOf(carrier, 'AB 12/3') ?? '').protocol).toBe('https:');
  });

  it('writes the number so that it stays one', () => {
    expect(trackingUrlOf('ups', '1Z 999/AA')).toBe('https://www.ups.com/track?tracknum=1Z%20999%2FAA');
  });

  it('has no page for others, or without a number', () => {
    expect(trackingUrlOf('Bike courier', '1')).toBeNull();
    expect(trackingUrlOf('UPS', null)).toBeNull();
  });
});
