import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Snapshot, SnapshotLine } from '../schemas.ts';
import { itemOf, words } from './bill.ts';
import { colour, ruled } from './theme.ts';

/** What lies in a parcel, to be ticked off. No prices: it may be a present. */
export function slip(snapshot: Snapshot): Content[] {
  const { lines, later, note } = snapshot;
  return [
    items('In this parcel', lines, true),
    ...(later.length > 0
      ? [
          {
            ...items('Sent separately', later, false),
            margin: [0, 22, 0, 0] as [number, number, number, number],
          },
        ]
      : []),
    ...words('', note),
  ];
}

function items(title: string, lines: readonly SnapshotLine[], ticked: boolean) {
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return {
    layout: ruled,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [...(ticked ? [18] : []), '*', 'auto'],
      body: [
        [
          ...(ticked ? [{ text: '', style: 'head' }] : []),
          { text: title, style: 'head' },
          {
            text: count === 1 ? '1 unit' : `${count} units`,
            style: 'head',
            alignment: 'right',
            noWrap: true,
          },
        ],
        ...lines.map((line): TableCell[] => [
          ...(ticked ? [box()] : []),
          itemOf(line),
          { text: String(line.quantity), alignment: 'right', bold: true, fontSize: 11 },
        ]),
      ],
    },
  } satisfies Content;
}

// A new one for each row: pdfmake moves the shapes it places.
function box(): TableCell {
  return { canvas: [{ type: 'rect', x: 0, y: 1, w: 11, h: 11, lineWidth: 0.8, lineColor: colour.muted }] };
}
