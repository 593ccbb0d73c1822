'use client';

import { Card, Skeleton, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Section } from '../../components/section.tsx';
import { StatusBadge } from '../../components/status.tsx';
import { useTRPC } from '../../lib/api.ts';
import { failureFor } from '../../lib/messages.ts';
import { useStaff } from '../../lib/staff.tsx';
import { toastDone } from '../../lib/toast.tsx';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { BackToPromotions } from './back-to-promotions.tsx';
import { CodesSection } from './codes-section.tsx';
import { describePromotion } from './describe-promotion.ts';
import { PromotionActions } from './promotion-actions.tsx';
import { PromotionEditor } from './promotion-editor.tsx';
import { type PromotionValues, toTerms, validateValues, valuesOf } from './promotion-values.ts';
import { kinds, type Promotion, states, wayOf } from './promotion.ts';
import classes from './promotions.module.css';
import { UsageSection } from './usage-section.tsx';
import { usePromotionWrite } from './use-promotion-write.ts';

export function PromotionPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const promotion = useQuery(trpc.orders.staff.promotions.get.queryOptions({ id }));
  const mayWrite = useStaff().permissions.includes('promotions:write');
  return (
    <Stack gap="sm">
      <BackToPromotions />
      {promotion.data && (
        <>
          <title>{`${promotion.data.name} · Turing Goods Console`}</title>
          <PageHeader
            title={promotion.data.name}
            aside={<StatusBadge {...states[promotion.data.state]} />}
            description={`${kinds[promotion.data.benefit.kind]} · ${wayOf(promotion.data)}`}
            actions={mayWrite && <PromotionActions promotion={promotion.data} />}
          />
          {mayWrite ? (
            <Editing key={promotion.data.version} promotion={promotion.data} />
          ) : (
            <Reading promotion={promotion.data} />
          )}
        </>
      )}
      {promotion.isPending && <Skeleton h={420} radius="lg" role="status" aria-label="Loading" />}
      {promotion.isError && promotion.data === undefined && (
        <Card>
          {['PROMOTION_NOT_FOUND', 'INPUT_INVALID'].includes(failureFor(promotion.error).code) ? (
            <EmptyState
              icon={SearchX}
              title="This promotion does not exist"
              description="The address may be mistyped."
              action={<LinkButton href="/promotions">See all promotions</LinkButton>}
            />
          ) : (
            <ErrorState error={promotion.error} onRetry={() => void promotion.refetch()} />
          )}
        </Card>
      )}
    </Stack>
  );
}

/** Made anew for each version of the promotion. */
function Editing({ promotion }: { promotion: Promotion }) {
  const trpc = useTRPC();
  const keyFor = useIntentKey();
  const { refresh, failed } = usePromotionWrite();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<PromotionValues>({
    mode: 'controlled',
    initialValues: { ...valuesOf(promotion), code: promotion.codeCount === 1 ? (promotion.code ?? '') : '' },
    validate: validateValues,
  });
  const update = useMutation(
    trpc.orders.staff.promotions.update.mutationOptions({
      onSuccess: async () => {
        await refresh();
        toastDone('Changes saved', 'Carts follow at once; orders keep what they got.');
      },
      onError: (error) => setProblem(failed(error)),
    }),
  );

  function save(values: PromotionValues): void {
    const terms = toTerms(values);
    if (terms === null) return;
    const input = { ...terms, id: promotion.id, version: promotion.version };
    update.mutate({ ...input, idempotencyKey: keyFor(input) });
  }

  return (
    <PromotionEditor
      form={form}
      known={promotion.names}
      isNew={false}
      problem={problem}
      busy={update.isPending}
      onSave={save}
    >
      <UsageSection id={promotion.id} />
      {!promotion.automatic && <CodesSection promotion={promotion} />}
    </PromotionEditor>
  );
}

function Reading({ promotion }: { promotion: Promotion }) {
  const names = new Map(promotion.names.map(({ id, name }) => [id, name]));
  const way = promotion.automatic ? 'Applies by itself' : 'With a code,';
  return (
    <Stack gap="lg">
      <Section title="In words">
        <p className={classes.sentence} style={{ margin: 0 }}>
          {describePromotion(promotion, names, way)}
        </p>
      </Section>
      <UsageSection id={promotion.id} />
    </Stack>
  );
}
