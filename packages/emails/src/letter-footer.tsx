/** @jsxRuntime automatic */
import { Link, Section, Text } from 'react-email';
import type { LetterContent, LetterSeller } from './content.ts';
import { shop } from './shop.ts';
import { colour, small } from './theme.ts';

export interface LetterFooterProps {
  readonly storefrontUrl: string;
  readonly seller: LetterSeller;
  readonly unsubscribe: LetterContent['unsubscribe'];
}

const link = { color: colour.muted, textDecoration: 'underline' };

/** Who writes, from where, and how it stops. */
export function LetterFooter({ storefrontUrl, seller, unsubscribe }: LetterFooterProps) {
  return (
    <Section className="edge" style={{ padding: '28px 0 0' }}>
      <Text className="muted" style={small}>
        {shop.reply}
      </Text>
      <Text className="muted" style={{ ...small, margin: '8px 0 0' }}>
        <Link href={storefrontUrl} className="muted" style={link}>
          {seller.name}
        </Link>
        {seller.address.length === 0 ? `. ${shop.motto}.` : `, ${seller.address.join(', ')}`}
      </Text>
      {unsubscribe === undefined ? null : (
        <Text className="muted" style={{ ...small, margin: '8px 0 0' }}>
          {unsubscribe.text}{' '}
          <Link href={unsubscribe.url} className="muted" style={link}>
            Unsubscribe
          </Link>
        </Text>
      )}
    </Section>
  );
}
