/** @jsxRuntime automatic */
import { Link, Section, Text } from 'react-email';
import type { LetterContent } from './content.ts';
import { colour, label as labelStyle, small } from './theme.ts';

/** Something to copy: large, apart, and selected as one word. */
export function LetterHighlight({ label, text }: NonNullable<LetterContent['highlight']>) {
  return (
    <Section className="sunken" style={box}>
      <Text className="muted" style={small}>
        {label}
      </Text>
      <Text className="ink" style={code}>
        {text}
      </Text>
    </Section>
  );
}

const box = {
  margin: '4px 0 24px',
  padding: '16px 20px',
  borderRadius: 10,
  backgroundColor: colour.sunken,
};
const code = {
  ...labelStyle,
  fontFamily: "'Geist Mono', ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  fontSize: 20,
  lineHeight: '30px',
  letterSpacing: '0.04em',
};

export function LetterDownload({ label, url }: NonNullable<LetterContent['download']>) {
  return (
    <Text style={{ ...small, margin: '18px 0 0' }}>
      <Link href={url} className="accent" style={{ color: colour.accent, fontWeight: 600 }}>
        {label}
      </Link>
    </Text>
  );
}
