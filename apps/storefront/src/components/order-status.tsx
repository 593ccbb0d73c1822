import { labelOrder, type OrderStates } from '@/lib/order-status.ts';
import { Badge } from './badge.tsx';

export function OrderStatus({ order }: { order: OrderStates }) {
  const { text, tone } = labelOrder(order);
  return <Badge tone={tone}>{text}</Badge>;
}
