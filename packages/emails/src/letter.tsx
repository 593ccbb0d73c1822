/** @jsxRuntime automatic */
import { Body, Button, Container, Head, Heading, Hr, Html, Link, Section, Text } from 'react-email';
import type { LetterContent, LetterSeller } from './content.ts';
import { LetterDownload, LetterHighlight } from './letter-extras.tsx';
import { LetterFooter } from './letter-footer.tsx';
import { LetterItems } from './letter-items.tsx';
import { LetterTotals } from './letter-totals.tsx';
import { colour, font, headStyles, label, small, text } from './theme.ts';

export interface LetterProps {
  readonly content: LetterContent;
  readonly storefrontUrl: string;
  readonly seller: LetterSeller;
}

const divider = { margin: '32px 0', borderTop: `1px solid ${colour.line}` };
const button = {
  display: 'inline-block',
  padding: '14px 26px',
  borderRadius: 10,
  backgroundColor: colour.accent,
  color: colour.onAccent,
  fontSize: 16,
  fontWeight: 600,
  textDecoration: 'none',
};

/** Every letter of the shop. What it says is data; how it looks is here. */
export function Letter({ content, storefrontUrl, seller }: LetterProps) {
  const { eyebrow, heading, preview, paragraphs, action, parcel, lines, later, totals, address } = content;
  const { highlight, download } = content;
  return (
    <Html lang="en">
      <Head>
        <title>{content.subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{headStyles}</style>
      </Head>
      <Body className="paper" style={{ margin: 0, backgroundColor: colour.paper, fontFamily: font }}>
        <div style={hidden}>
          {preview}
          {filler}
        </div>
        <Container className="shell" style={{ maxWidth: 600, padding: '40px 16px 48px' }}>
          <Section className="edge" style={{ padding: '0 0 24px' }}>
            <Link href={storefrontUrl} className="ink" style={{ ...wordmark, color: colour.ink }}>
              {seller.name}
            </Link>
          </Section>
          <Section className="card" style={card}>
            <Text className="accent" style={{ ...label, color: colour.accent }}>
              {eyebrow}
            </Text>
            <Heading as="h1" className="ink heading" style={title}>
              {heading}
            </Heading>
            {paragraphs.map((paragraph) => (
              <Text key={paragraph} className="ink" style={{ ...text, margin: '0 0 16px' }}>
                {paragraph}
              </Text>
            ))}
            {parcel === undefined ? null : <Parcel parcel={parcel} />}
            {highlight === undefined ? null : <LetterHighlight {...highlight} />}
            <Button className="button" href={action.url} style={{ ...button, marginTop: 8 }}>
              {action.label}
            </Button>
            {download === undefined ? null : <LetterDownload {...download} />}
            {lines === undefined && totals === undefined ? null : <Hr className="line" style={divider} />}
            {lines === undefined ? null : <LetterItems {...lines} />}
            {later === undefined ? null : <LetterItems {...later} isFollowing />}
            {totals === undefined ? null : <LetterTotals rows={totals} isFollowing={lines !== undefined} />}
            {address === undefined ? null : <Address address={address} />}
          </Section>
          <LetterFooter storefrontUrl={storefrontUrl} seller={seller} unsubscribe={content.unsubscribe} />
        </Container>
      </Body>
    </Html>
  );
}

const hidden = { display: 'none', overflow: 'hidden', maxHeight: 0, maxWidth: 0, opacity: 0 };
// Keeps the mailbox from showing the letter's first words after a short preview.
const filler = '\u00A0\u200C'.repeat(100);
const wordmark = {
  fontSize: 20,
  lineHeight: '28px',
  fontWeight: 700,
  letterSpacing: '-0.02em',
  textDecoration: 'none',
};
const card = {
  padding: 40,
  backgroundColor: colour.surface,
  border: `1px solid ${colour.line}`,
  borderRadius: 16,
};
const title = {
  margin: '6px 0 20px',
  fontSize: 30,
  lineHeight: '36px',
  fontWeight: 700,
  letterSpacing: '-0.02em',
  color: colour.ink,
};

function Parcel({ parcel }: { readonly parcel: NonNullable<LetterContent['parcel']> }) {
  const { carrier, trackingNumber, trackingUrl } = parcel;
  return (
    <Section className="sunken" style={{ ...parcelBox, backgroundColor: colour.sunken }}>
      <Text className="ink" style={label}>
        {carrier}
      </Text>
      {trackingNumber === null ? null : (
        <Text className="muted" style={{ ...small, wordBreak: 'break-word' }}>
          Tracking number {trackingNumber}
        </Text>
      )}
      {trackingUrl === null ? null : (
        <Link
          href={trackingUrl}
          className="accent"
          style={{ ...small, color: colour.accent, fontWeight: 600 }}
        >
          Follow your parcel
        </Link>
      )}
    </Section>
  );
}

const parcelBox = { margin: '4px 0 24px', padding: '16px 20px', borderRadius: 10 };

function Address({ address }: { readonly address: NonNullable<LetterContent['address']> }) {
  return (
    <>
      <Hr className="line" style={divider} />
      <Text className="ink" style={{ ...label, margin: '0 0 6px' }}>
        {address.title}
      </Text>
      {address.lines.map((line) => (
        <Text key={line} className="muted" style={small}>
          {line}
        </Text>
      ))}
    </>
  );
}
