'use client';

import { Badge, Code, Drawer, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../components/error-state.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { usePhone } from '../../components/use-phone.ts';
import { useTRPC } from '../../lib/api.ts';
import classes from './columns-drawer.module.css';
import { kinds, type TransferKind } from './transfer.ts';

interface ColumnsDrawerProps {
  readonly kind: TransferKind;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Every column a file of a kind can have, those of the shop's attributes among them. */
export function ColumnsDrawer({ kind, opened, onClose }: ColumnsDrawerProps) {
  const phone = usePhone();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={phone ? '100%' : 'lg'}
      title={`Columns of a file of ${kinds[kind].label.toLowerCase()}`}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          The first row names the columns, in any order. A column that is left out leaves what it is about as
          it is; an empty cell empties it, unless said otherwise.
        </Text>
        <Columns kind={kind} />
      </Stack>
    </Drawer>
  );
}

function Columns({ kind }: { kind: TransferKind }) {
  const trpc = useTRPC();
  const columns = useQuery(trpc.products.staff.transfers.columns.queryOptions({ kind }));
  if (columns.isPending) return <RowSkeletons />;
  if (columns.isError) return <ErrorState error={columns.error} onRetry={() => void columns.refetch()} />;
  return (
    <dl className={classes.list}>
      {columns.data.map(({ name, help, example, required }) => (
        <div key={name}>
          <dt>
            <Code>{name}</Code>
            {required && (
              <Badge size="xs" color="orange">
                Required
              </Badge>
            )}
          </dt>
          <dd>
            <Text size="sm">{help}</Text>
            {example !== '' && (
              <Text size="xs" c="dimmed">
                Such as {example}
              </Text>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
