'use client';

import { Alert, Button, Code, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import {
  currencies,
  type Currency,
  defaultSkuPattern,
  isShopError,
  missingCombinations,
  skuOf,
} from '@turing/domain';
import { Sparkles, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { failureFor, messages, sentenceFor } from '../../lib/messages.ts';
import { toastDone } from '../../lib/toast.tsx';
import { readAmount } from './cell-values.ts';
import type { StaffProduct } from './product.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { useProductWrite } from './use-product-write.ts';
import type { StaffVariant } from './variant-grid-state.ts';

interface GenerateSectionProps {
  readonly product: StaffProduct;
  readonly variants: readonly StaffVariant[];
}

/** Shown while options allow variants that are not there: what they would be, at which price, made in one go. */
export function GenerateSection({ product, variants }: GenerateSectionProps) {
  const [pattern, setPattern] = useState('');
  const [prices, setPrices] = useState<Readonly<Record<Currency, string>>>({ USD: '', EUR: '', GBP: '' });
  const plan = useMemo(() => planOf(product, variants, pattern), [product, variants, pattern]);
  const { generate, pending, problem } = useGenerate(product);
  const amounts = currencies.map((currency) => ({
    currency,
    text: prices[currency].trim(),
    amount: prices[currency].trim() === '' ? null : readAmount(prices[currency], currency),
  }));
  const wrong = amounts.some(({ amount }) => amount === 'invalid');
  if (plan.count === 0 && plan.problem === null) return null;

  return (
    <Section title={plan.count === 0 ? 'More variants' : `${count(plan.count, 'variant')} to make`}>
      <Stack>
        {(problem ?? plan.problem) !== null && (
          <Alert color="red" role="alert" icon={<TriangleAlert size={18} />}>
            {problem ?? plan.problem}
          </Alert>
        )}
        <TextInput
          label="SKU pattern"
          description={`Braces hold {product}, {n} or an option: ${defaultSkuPattern(product.options)}`}
          placeholder={defaultSkuPattern(product.options)}
          maxLength={120}
          spellCheck={false}
          value={pattern}
          onChange={(event) => setPattern(event.currentTarget.value)}
        />
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          {amounts.map(({ currency, text, amount }) => (
            <TextInput
              key={currency}
              label={`Price, ${currency}`}
              placeholder="None yet"
              inputMode="decimal"
              value={prices[currency]}
              error={amount === 'invalid' && text !== '' ? `An amount in ${currency}` : null}
              onChange={(event) => setPrices({ ...prices, [currency]: event.currentTarget.value })}
            />
          ))}
        </SimpleGrid>
        {plan.samples.length > 0 && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {plan.samples.map((sku) => (
              <Code key={sku} mr={6}>
                {sku}
              </Code>
            ))}
            {plan.count > plan.samples.length && `and ${plan.count - plan.samples.length} more`}
          </Text>
        )}
        <Group justify="flex-end">
          <Button
            leftSection={<Sparkles size={16} />}
            loading={pending}
            disabled={plan.problem !== null || wrong}
            onClick={() =>
              generate({
                ...(pattern.trim() === '' ? {} : { skuPattern: pattern.trim() }),
                prices: amounts.flatMap(({ currency, amount }) =>
                  typeof amount === 'number' ? [{ currency, amountMinor: amount }] : [],
                ),
              })
            }
          >
            Generate {count(plan.count, 'variant')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

interface Plan {
  readonly count: number;
  readonly samples: readonly string[];
  readonly problem: string | null;
}

function planOf(product: StaffProduct, variants: readonly StaffVariant[], typed: string): Plan {
  const { options, slug } = product;
  const pattern = typed.trim() || defaultSkuPattern(options);
  try {
    const missing = missingCombinations(
      options,
      variants.map(({ optionValueIds }) => optionValueIds),
    );
    const samples = missing
      .slice(0, 3)
      .map((combination, index) =>
        skuOf({ pattern, slug, options }, combination, variants.length + index + 1),
      );
    return { count: missing.length, samples, problem: null };
  } catch (error) {
    if (!isShopError(error)) throw error;
    const token = error.details?.['token'];
    const problem =
      typeof token === 'string'
        ? `The product has no option “${token}”.`
        : `${messages[error.code]} These options make ${String(error.details?.['count'])}.`;
    return { count: 0, samples: [], problem };
  }
}

function useGenerate(product: StaffProduct) {
  const trpc = useTRPC();
  const { reload } = useProductWrite();
  const keyFor = useIntentKey();
  const [problem, setProblem] = useState<string | null>(null);
  const mutation = useMutation(
    trpc.products.staff.variants.generate.mutationOptions({
      onSuccess: async ({ created }) => {
        await reload(product.id);
        setProblem(null);
        toastDone('Variants made', `${count(created, 'variant')} of ${product.name}.`);
      },
      onError: (error) => {
        setProblem(sentenceFor(error));
        if (failureFor(error).code === 'VERSION_CONFLICT') void reload(product.id);
      },
    }),
  );

  function generate(wanted: Pick<Parameters<typeof mutation.mutate>[0], 'skuPattern' | 'prices'>): void {
    const input = { id: product.id, version: product.version, ...wanted };
    mutation.mutate({ ...input, idempotencyKey: keyFor(input) });
  }

  return { generate, pending: mutation.isPending, problem };
}
