/** @jsxRuntime automatic */
import { Column, Hr, Row, Section, Text } from 'react-email';
import type { LetterTotal } from './content.ts';
import { colour, small } from './theme.ts';

export interface LetterTotalsProps {
  readonly rows: readonly LetterTotal[];
  /** Stands below a list of things. */
  readonly isFollowing: boolean;
}

export function LetterTotals({ rows, isFollowing }: LetterTotalsProps) {
  return (
    <Section>
      {isFollowing ? (
        <Hr className="line" style={{ margin: '18px 0', borderTop: `1px solid ${colour.line}` }} />
      ) : null}
      {rows.map(({ label, amount, isTotal = false }) => (
        <Row key={label}>
          <Column>
            <Text className={isTotal ? 'ink' : 'muted'} style={isTotal ? total : row}>
              {label}
            </Text>
          </Column>
          <Column align="right">
            <Text className={isTotal ? 'ink' : 'muted'} style={isTotal ? total : row}>
              {amount}
            </Text>
          </Column>
        </Row>
      ))}
    </Section>
  );
}

const row = { ...small, lineHeight: '26px' };
const total = { ...row, fontSize: 17, lineHeight: '34px', fontWeight: 600, color: colour.ink };
