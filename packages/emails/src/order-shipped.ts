import { z } from 'zod';
import type { LetterContent, LetterContext } from './content.ts';
import { addressLines, downloadOf, eyebrowOf, lineOf, orderUrl } from './order-parts.ts';

const shipped = z.object({ shipmentId: z.uuid() });

/** One letter for each parcel: what is in it, and what of the order is still to come. */
export function orderShipped({ order, event, bill, storefrontUrl }: LetterContext): LetterContent {
  const { shipmentId } = shipped.parse(event);
  const position = order.shipments.findIndex(({ id }) => id === shipmentId);
  const parcel = order.shipments[position];
  if (parcel === undefined) throw new Error(`order ${order.id} has no shipment ${shipmentId}`);
  // Later parcels may have left before this letter is written: what follows is as of this one.
  const gone = order.shipments.slice(0, position + 1).flatMap(({ lines }) => lines);
  const sumOf = (lines: typeof parcel.lines, id: string) =>
    lines.reduce((sum, line) => (line.orderLineId === id ? sum + line.quantity : sum), 0);
  const itemsWith = (quantityOf: (line: (typeof order.lines)[number]) => number) =>
    order.lines
      .map((line) => lineOf(line, quantityOf(line), storefrontUrl))
      .filter(({ quantity }) => quantity > 0);
  const later = itemsWith((line) => line.quantity - sumOf(gone, line.id));
  const isPart = later.length > 0;
  return {
    subject: isPart ? `Part of order ${order.number} is on its way` : `Order ${order.number} is on its way`,
    preview: `Your parcel has left with ${parcel.carrier}.`,
    eyebrow: eyebrowOf(order),
    heading: isPart ? 'Part of your order is on its way' : 'Your order is on its way',
    paragraphs: [
      isPart
        ? `A parcel has left our warehouse with ${parcel.carrier}. The rest follows separately, and we will write again when it does.`
        : `Your parcel has left our warehouse with ${parcel.carrier}. We hope you enjoy what is inside.`,
    ],
    action: { label: 'View your order', url: orderUrl(order, storefrontUrl) },
    download: downloadOf(bill),
    parcel,
    lines: { title: 'In this parcel', items: itemsWith((line) => sumOf(parcel.lines, line.id)) },
    later: isPart ? { title: 'Still to come', items: later } : undefined,
    address: { title: 'Where it is going', lines: addressLines(order) },
  };
}
