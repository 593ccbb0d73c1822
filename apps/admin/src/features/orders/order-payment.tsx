import { Alert, DataList } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { CopyText } from '../../components/copy-text.tsx';
import { Price } from '../../components/price.tsx';
import { Section } from '../../components/section.tsx';
import { PaymentStatus } from '../../components/status.tsx';
import { formatDateTime } from '../../lib/format.ts';
import { declineReason } from './decline-reason.ts';
import { isSettling } from './order-actions.ts';
import { OrderPayments } from './order-payments.tsx';
import type { StaffOrder } from './order.ts';

export function OrderPayment({ order }: { order: StaffOrder }) {
  const declined = declineReason(order.paymentFailure);
  return (
    <Section title="Payment" aside={<PaymentStatus status={order.paymentStatus} />}>
      {declined !== null && (
        <Alert color="red" icon={<CircleAlert size={18} />} title="Last attempt declined" mb="md">
          {declined}
        </Alert>
      )}
      {isSettling(order) && (
        <Alert color="brand" icon={<CircleAlert size={18} />} mb="md">
          The refund is being made.
        </Alert>
      )}
      <OrderPayments order={order} />
      <DataList labelWidth={104} gap="xs" mt="md">
        <DataList.Item>
          <DataList.ItemLabel>Captured</DataList.ItemLabel>
          <DataList.ItemValue>
            <Price amountMinor={order.capturedMinor} currency={order.currency} />
          </DataList.ItemValue>
        </DataList.Item>
        <DataList.Item>
          <DataList.ItemLabel>Refunded</DataList.ItemLabel>
          <DataList.ItemValue>
            <Price amountMinor={order.refundedMinor} currency={order.currency} />
          </DataList.ItemValue>
        </DataList.Item>
        {order.status === 'pending' && (
          <DataList.Item>
            <DataList.ItemLabel>Held until</DataList.ItemLabel>
            <DataList.ItemValue>{formatDateTime(order.expiresAt)}</DataList.ItemValue>
          </DataList.Item>
        )}
        <DataList.Item>
          <DataList.ItemLabel>Reference</DataList.ItemLabel>
          <DataList.ItemValue miw={0}>
            {order.gatewayRef === null ? (
              'None yet'
            ) : (
              <CopyText label="gateway reference" text={order.gatewayRef} />
            )}
          </DataList.ItemValue>
        </DataList.Item>
      </DataList>
    </Section>
  );
}
