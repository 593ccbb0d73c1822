import { describe, expect, it } from 'vitest';
import type { LetterContent } from './content.ts';
import { renderEmail } from './render-email.ts';

const storefrontUrl = 'https://shop.example';
const hostile = '<script>alert(1)</script>"&';

function letterOf(change: Partial<LetterContent> = {}): LetterContent {
  return {
    subject: 'Order 7 is confirmed',
    preview: 'Thank you.',
    eyebrow: 'Order 7',
    heading: 'Thank you for your order',
    paragraphs: ['We have it.'],
    action: { label: 'View your order', url: `${storefrontUrl}/orders/token` },
    ...change,
  };
}

describe('renderEmail', () => {
  it('says the same in both forms', async () => {
    const { html, text } = await renderEmail(
      letterOf({
        lines: {
          title: 'What you ordered',
          items: [{ id: '1', name: 'Mug', variant: 'Oat', quantity: 2, amount: '$48.00', imageUrl: null }],
        },
        totals: [{ label: 'Total', amount: '$54.00', isTotal: true }],
        address: { title: 'Where it is going', lines: ['Ada', 'Portland'] },
      }),
      storefrontUrl,
    );
    for (const said of [
      'Thank you for your order',
      'We have it.',
      'Mug',
      '$48.00',
      '$54.00',
      'Ada',
      'Portland',
    ]) {
      expect(html).toContain(said);
      expect(text).toContain(said);
    }
    expect(text).toContain('  2 x Mug (Oat)  $48.00');
    expect(html).toContain('<title>Order 7 is confirmed</title>');
  });

  it('shows what people typed as text', async () => {
    const { html } = await renderEmail(
      letterOf({
        address: { title: 'Where it is going', lines: [hostile] },
        lines: {
          title: 'Things',
          items: [{ id: '1', name: hostile, variant: hostile, quantity: 1, amount: null, imageUrl: null }],
        },
      }),
      storefrontUrl,
    );
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });

  it('shows two equal lines of an address both', async () => {
    const lines = ['York', 'York'];
    const { html } = await renderEmail(letterOf({ address: { title: 'To', lines } }), storefrontUrl);
    expect(html.match(/>York</gu)).toHaveLength(2);
  });
});
