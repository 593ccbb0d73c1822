import { z } from 'zod';

const claims = z.object({ requestType: z.string().optional() });

export type LinkKind = 'account' | 'old address' | 'new address';

const kinds: Readonly<Record<string, LinkKind>> = {
  'change-email-confirmation': 'old address',
  'change-email-verification': 'new address',
};

/** What a link of a letter is for, as far as it says itself: only for the words on the page. */
export function kindOfLink(token: string | undefined): LinkKind {
  try {
    const payload = Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString('utf8');
    return kinds[claims.parse(JSON.parse(payload)).requestType ?? ''] ?? 'account';
  } catch {
    return 'account';
  }
}
