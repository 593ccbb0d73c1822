'use client';

import { Text } from '@mantine/core';
import { Section } from '../../components/section.tsx';
import { describePromotion, type Names } from './describe-promotion.ts';
import { CartPreview } from './cart-preview.tsx';
import { type PromotionValues, toTerms } from './promotion-values.ts';
import classes from './promotions.module.css';

interface PromotionSummaryProps {
  readonly values: PromotionValues;
  readonly names: Names;
}

/** What is typed, as a sentence, and what it does to a cart. */
export function PromotionSummary({ values, names }: PromotionSummaryProps) {
  const named = values.name.trim() === '' ? { ...values, name: '–' } : values;
  const terms = toTerms(named);
  return (
    <>
      <Section title="In words">
        {terms === null ? (
          <Text size="sm" c="dimmed">
            Fill in what it gives to read it here.
          </Text>
        ) : (
          <p className={classes.sentence} style={{ margin: 0 }} role="status">
            {describePromotion(terms, names, wayOf(values))}
          </p>
        )}
      </Section>
      <CartPreview terms={terms} />
    </>
  );
}

function wayOf({ automatic, code }: PromotionValues): string {
  if (automatic) return 'Applies by itself';
  return code === '' ? 'With one of its codes,' : `With code ${code},`;
}
