import { TRPCClientError } from '@trpc/client';
import { describe, expect, it } from 'vitest';
import { bulkProblem } from './bulk-problem.ts';

function refused(reason: string, details: Record<string, unknown>) {
  return TRPCClientError.from({ error: { message: reason, code: -32_000, data: { reason, details } } });
}

describe('bulkProblem', () => {
  it('names the products that stopped it', () => {
    const names = ['Mug', 'Cap', 'Lamp', 'Bowl', 'Tray'];
    expect(bulkProblem(refused('PRODUCT_NOT_PUBLISHABLE', { names }))).toBe(
      'These need a variant on sale with a price first: Mug, Cap, Lamp and 2 more.',
    );
    expect(
      bulkProblem(refused('VERSION_CONFLICT', { conflicts: [{ name: 'Mug', yours: 1, current: 2 }] })),
    ).toMatch(/^Somebody changed Mug/u);
  });

  it('is the sentence of the code otherwise', () => {
    expect(bulkProblem(refused('FORBIDDEN', {}))).toMatch(/role/u);
  });
});
