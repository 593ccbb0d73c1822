/** @jsxRuntime automatic */
import { Column, Img, Row, Section, Text } from 'react-email';
import type { LetterLine } from './content.ts';
import { colour, label, small } from './theme.ts';

const picture = 64;

export interface LetterItemsProps {
  readonly title: string;
  readonly items: readonly LetterLine[];
  /** Stands below another list. */
  readonly isFollowing?: boolean;
}

export function LetterItems({ title, items, isFollowing = false }: LetterItemsProps) {
  return (
    <Section style={{ marginTop: isFollowing ? 24 : 0 }}>
      <Text className="ink" style={{ ...label, margin: '0 0 12px' }}>
        {title}
      </Text>
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </Section>
  );
}

function Item({ item }: { readonly item: LetterLine }) {
  const { name, variant, quantity, amount, imageUrl } = item;
  return (
    <Row style={{ marginBottom: 14 }}>
      <Column width={picture} style={{ width: picture, verticalAlign: 'top' }}>
        {imageUrl === null ? (
          <div className="sunken" style={{ ...frame, width: picture, height: picture }} />
        ) : (
          <Img className="sunken" src={imageUrl} alt="" width={picture} height={picture} style={frame} />
        )}
      </Column>
      <Column style={{ paddingLeft: 16, verticalAlign: 'top' }}>
        <Text className="ink" style={{ ...label, overflowWrap: 'break-word' }}>
          {name}
        </Text>
        <Text className="muted" style={{ ...small, overflowWrap: 'break-word' }}>
          {[variant, `Quantity\u00A0${quantity}`].filter(Boolean).join(' · ')}
        </Text>
      </Column>
      {amount === null ? null : (
        <Column align="right" width={1} style={{ width: 1, paddingLeft: 12, verticalAlign: 'top' }}>
          <Text className="ink" style={{ ...label, fontWeight: 400, whiteSpace: 'nowrap' }}>
            {amount}
          </Text>
        </Column>
      )}
    </Row>
  );
}

const frame = {
  display: 'block',
  borderRadius: 10,
  backgroundColor: colour.sunken,
  objectFit: 'cover',
} as const;
