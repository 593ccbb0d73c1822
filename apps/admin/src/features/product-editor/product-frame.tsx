'use client';

import { Anchor, Card, Group, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, SearchX } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Ago } from '../../components/moment.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useTRPC } from '../../lib/api.ts';
import { failureFor } from '../../lib/messages.ts';
import { ProductActionBar } from './product-action-bar.tsx';
import { ProductTabs } from './product-tabs.tsx';
import { ProductVisibility } from './product-visibility.tsx';
import { type StaffProduct, visibilityOf } from './product.ts';

/** The head that all pages of one product share. */
export function ProductFrame({ id, children }: { id: string; children: ReactNode }) {
  const trpc = useTRPC();
  const product = useQuery(trpc.products.staff.get.queryOptions({ id }));
  return (
    <Stack gap="sm">
      <Anchor component={Link} href="/products" size="sm" w="fit-content" c="dimmed">
        <Group gap={6} component="span">
          <ArrowLeft size={15} aria-hidden /> All products
        </Group>
      </Anchor>
      {product.isPending && <FrameSkeleton />}
      {product.isError && product.data === undefined && (
        <Card>
          {isMissing(product.error) ? (
            <EmptyState
              icon={SearchX}
              title="This product does not exist"
              description="It may have been deleted, or the address may be mistyped."
              action={<LinkButton href="/products">See all products</LinkButton>}
            />
          ) : (
            <ErrorState error={product.error} onRetry={() => void product.refetch()} />
          )}
        </Card>
      )}
      {product.data && (
        <div>
          <title>{`${product.data.name} · Turing Goods Console`}</title>
          <ProductHead product={product.data} />
          <ProductTabs id={id} />
          {children}
        </div>
      )}
    </Stack>
  );
}

function ProductHead({ product }: { product: StaffProduct }) {
  return (
    <PageHeader
      title={product.name}
      aside={<ProductVisibility visibility={visibilityOf(product)} />}
      description={
        <>
          Last changed <Ago at={product.updatedAt} />
        </>
      }
      actions={<ProductActionBar product={product} />}
    />
  );
}

function FrameSkeleton() {
  return (
    <div role="status" aria-label="Loading the product">
      <Skeleton h={32} w={280} mb={8} />
      <Skeleton h={18} w={180} mb="lg" />
      <Skeleton h={42} mb="lg" />
      <Skeleton h={320} radius="lg" />
    </div>
  );
}

function isMissing(error: unknown): boolean {
  return ['PRODUCT_NOT_FOUND', 'INPUT_INVALID'].includes(failureFor(error).code);
}
