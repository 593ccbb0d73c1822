import type { Content } from 'pdfmake/interfaces.js';
import type { Snapshot } from '../schemas.ts';
import { plain } from './theme.ts';
import { dayOf, titles } from './words.ts';

// Not by what is in it: a very long word is broken rather than its column widened.
const partyWidth = 152;

/** Who writes what, to whom, and about which order. `logo` is a picture as a data address. */
export function letterhead(snapshot: Snapshot, logo: string | null): Content[] {
  const { kind, label, seller, buyer } = snapshot;
  const brand: Content =
    logo === null ? { text: seller.name, style: 'brand' } : { image: logo, fit: [150, 48] };
  return [
    {
      columns: [
        { width: '*', stack: [brand] },
        {
          width: 'auto',
          alignment: 'right',
          stack: [
            { text: titles[kind], style: 'title' },
            ...(label === ''
              ? []
              : [{ text: label, style: 'muted', margin: [0, 2, 0, 0] as [number, number, number, number] }]),
          ],
        },
      ],
      columnGap: 24,
      margin: [0, 0, 0, 28],
    },
    {
      columns: [
        { width: partyWidth, ...party('From', [seller.name, ...seller.address, ...numbersOf(snapshot)]) },
        {
          width: partyWidth,
          ...party(kind === 'packing_slip' ? 'Ship to' : 'To', [buyer.name, ...buyer.address]),
        },
        { width: '*', ...facts(snapshot) },
      ],
      columnGap: 20,
      margin: [0, 0, 0, 24],
    },
  ];
}

function numbersOf({ kind, seller }: Snapshot): string[] {
  if (kind === 'packing_slip') return [];
  return [
    seller.taxId === '' ? '' : `Tax ID ${seller.taxId}`,
    seller.registration === '' ? '' : `Reg. no. ${seller.registration}`,
  ].filter(Boolean);
}

function party(title: string, [name = '', ...lines]: readonly string[]) {
  return {
    stack: [
      { text: title, style: 'heading', margin: [0, 0, 0, 4] as [number, number, number, number] },
      { text: name, bold: true },
      ...lines.map((text) => ({ text })),
    ],
  };
}

function facts(snapshot: Snapshot) {
  const { kind, issuedAt, order, corrects, parcel } = snapshot;
  const rows: (readonly [string, string])[] = [
    [kind === 'packing_slip' ? 'Date' : 'Date of issue', dayOf(issuedAt)],
    ['Order', String(order.number)],
    ['Ordered', dayOf(order.placedAt)],
    ...(corrects === null
      ? []
      : ([
          ['Corrects invoice', corrects.label],
          ['Invoice of', dayOf(corrects.issuedAt)],
        ] as const)),
    ...(kind === 'packing_slip' ? ([['Sent by', parcel?.carrier ?? snapshot.shipping.name]] as const) : []),
    ...(parcel?.trackingNumber ? ([['Tracking', parcel.trackingNumber]] as const) : []),
  ];
  return {
    layout: plain,
    table: {
      widths: ['auto', '*'],
      body: rows.map(([name, value]) => [
        {
          text: name,
          style: 'muted',
          noWrap: true,
          margin: [0, 0, 10, 0] as [number, number, number, number],
        },
        { text: value, alignment: 'right' as const },
      ]),
    },
  };
}
