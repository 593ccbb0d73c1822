'use client';

import { Anchor, Group, Text, VisuallyHidden } from '@mantine/core';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import Link from 'next/link';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import { LevelMenu } from './level-menu.tsx';
import { LevelNote } from './level-note.tsx';
import { OnHandCell } from './on-hand-cell.tsx';
import { formatUnits, type Level } from './stock.ts';

const medium = '(min-width: 64em)';

interface LevelTableProps {
  readonly levels: Level[];
  readonly fetching: boolean;
  /** On a product's own page its name goes without saying. */
  readonly ofProduct: boolean;
  readonly onLedger: (level: Level) => void;
}

export function LevelTable({ levels, fetching, ofProduct, onLedger }: LevelTableProps) {
  return (
    <DataTable
      records={levels}
      idAccessor={({ variantId, locationId }) => `${variantId} ${locationId}`}
      columns={columnsWith(ofProduct, onLedger)}
      fetching={fetching}
      horizontalSpacing="md"
      verticalSpacing="xs"
      minHeight={200}
    />
  );
}

function columnsWith(ofProduct: boolean, onLedger: (level: Level) => void): DataTableColumn<Level>[] {
  return [
    {
      accessor: 'productName',
      title: 'Variant',
      render: (level) => (ofProduct ? <OwnVariant level={level} /> : <Variant level={level} />),
    },
    { accessor: 'locationName', title: 'Location', noWrap: true },
    {
      accessor: 'onHand',
      title: 'On hand',
      textAlign: 'right',
      render: (level) => <OnHandCell level={level} />,
    },
    {
      accessor: 'allocated',
      title: 'Promised',
      textAlign: 'right',
      render: ({ allocated }) => <span className="tabular">{formatUnits(allocated)}</span>,
    },
    {
      accessor: 'backorderLimit',
      title: 'Backorders',
      textAlign: 'right',
      visibleMediaQuery: medium,
      render: ({ backorderLimit }) => (
        <span className="tabular">{backorderLimit === 0 ? '–' : formatUnits(backorderLimit)}</span>
      ),
    },
    {
      accessor: 'available',
      title: 'Available',
      textAlign: 'right',
      render: (level) => (
        <Group gap={8} justify="flex-end" wrap="nowrap">
          <LevelNote level={level} />
          <span className="tabular">{formatUnits(level.available)}</span>
        </Group>
      ),
    },
    {
      accessor: 'actions',
      title: <VisuallyHidden>Actions</VisuallyHidden>,
      width: 56,
      render: (level) => <LevelMenu level={level} onLedger={onLedger} />,
    },
  ];
}

function Variant({ level }: { level: Level }) {
  return (
    <Group wrap="nowrap" gap="sm">
      <ProductThumbnail image={level.image} size={40} />
      <div style={{ minWidth: 0 }}>
        <Anchor
          component={Link}
          href={`/products/${level.productId}/stock`}
          size="sm"
          fw={500}
          truncate
          display="block"
          maw={320}
        >
          {level.productName}
        </Anchor>
        <Text size="xs" c="dimmed" truncate maw={320}>
          {level.variantName} · {level.sku}
        </Text>
      </div>
    </Group>
  );
}

function OwnVariant({ level }: { level: Level }) {
  return (
    <>
      <Text size="sm" fw={500} truncate maw={360}>
        {level.variantName}
      </Text>
      <Text size="xs" c="dimmed" truncate maw={360}>
        {level.sku}
      </Text>
    </>
  );
}
