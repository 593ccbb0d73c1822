'use client';

import { Anchor, Group, Text } from '@mantine/core';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import Link from 'next/link';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import { formatPriceRange } from '../../lib/format.ts';
import { FreeStock } from './free-stock.tsx';
import { ProductStatus } from './product-status.tsx';
import type { ProductRow } from './product.ts';
import type { ProductSelection } from './use-product-selection.ts';

const wide = '(min-width: 75em)';

const columns: DataTableColumn<ProductRow>[] = [
  {
    accessor: 'name',
    title: 'Product',
    render: (product) => (
      <Group gap="sm" wrap="nowrap">
        <ProductThumbnail image={product.image} />
        <div>
          <Anchor
            component={Link}
            href={`/products/${product.id}`}
            size="sm"
            fw={500}
            c="var(--mantine-color-text)"
          >
            {product.name}
          </Anchor>
          <Text size="xs" c="dimmed">
            {[product.brand, product.category].filter(Boolean).join(' · ')}
          </Text>
        </div>
      </Group>
    ),
  },
  { accessor: 'status', title: 'Status', render: ({ status }) => <ProductStatus status={status} /> },
  {
    accessor: 'minPriceMinor',
    title: 'Price',
    textAlign: 'right',
    noWrap: true,
    render: (product) => <PriceRange product={product} />,
  },
  { accessor: 'variantCount', title: 'Variants', textAlign: 'right', visibleMediaQuery: wide },
  {
    accessor: 'onHand',
    title: 'On hand',
    textAlign: 'right',
    render: ({ onHand }) => <Amount amount={onHand} />,
  },
  {
    accessor: 'allocated',
    title: 'Allocated',
    textAlign: 'right',
    render: ({ allocated }) => <Amount amount={allocated} />,
  },
  {
    accessor: 'available',
    title: 'Available',
    textAlign: 'right',
    noWrap: true,
    render: (product) => <FreeStock product={product} />,
  },
  {
    accessor: 'soldCount',
    title: 'Sold',
    textAlign: 'right',
    visibleMediaQuery: wide,
    render: ({ soldCount }) => <Amount amount={soldCount} />,
  },
];

interface ProductTableProps {
  readonly products: ProductRow[];
  readonly fetching: boolean;
  /** Null for those who may not change products. */
  readonly selection: ProductSelection | null;
}

export function ProductTable({ products, fetching, selection }: ProductTableProps) {
  return (
    <DataTable
      records={products}
      columns={columns}
      fetching={fetching}
      horizontalSpacing="md"
      verticalSpacing="sm"
      minHeight={200}
      highlightOnHover
      {...(selection === null
        ? {}
        : {
            selectedRecords: [...selection.chosen],
            onSelectedRecordsChange: selection.choose,
            selectionCheckboxProps: { size: 'xs' },
            allRecordsSelectionCheckboxProps: { 'aria-label': 'Select all products' },
            getRecordSelectionCheckboxProps: ({ name }: ProductRow) => ({ 'aria-label': `Select ${name}` }),
          })}
    />
  );
}

function PriceRange({ product: { minPriceMinor, maxPriceMinor, currency } }: { product: ProductRow }) {
  const range = formatPriceRange({ minMinor: minPriceMinor, maxMinor: maxPriceMinor, currency });
  return range === null ? <Text size="sm" c="dimmed">{`No ${currency} price`}</Text> : range;
}

function Amount({ amount }: { amount: number }) {
  return <span className="tabular">{amount.toLocaleString('en-US')}</span>;
}
