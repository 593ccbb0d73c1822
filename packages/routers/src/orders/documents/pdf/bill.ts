import type { Column, Content, TableCell } from 'pdfmake/interfaces.js';
import type { Snapshot, SnapshotLine } from '../schemas.ts';
import { plain, ruled } from './theme.ts';
import { amountsOf, dayOf, rateOf } from './words.ts';

type Row = readonly [label: string, value: string, style?: 'total'];

/** Lines, totals and taxes of an invoice or a credit note. */
export function bill(snapshot: Snapshot): Content[] {
  const { terms, note } = snapshot;
  return [
    ...(snapshot.lines.length > 0 ? [items(snapshot)] : []),
    {
      columns: [taxTable(snapshot), totals(snapshot)],
      columnGap: 32,
      margin: [0, 16, 0, 0],
      unbreakable: true,
    },
    ...words('Terms', terms),
    ...words('', note),
  ];
}

function items(snapshot: Snapshot): Content {
  const money = amountsOf(snapshot);
  const taxed = snapshot.lines.some(({ taxRatePpm }) => taxRatePpm > 0);
  const right = (text: string, rest: object = {}): TableCell => ({
    text,
    alignment: 'right',
    noWrap: true,
    ...rest,
  });
  const row = (line: SnapshotLine): TableCell[] => [
    itemOf(line),
    right(String(line.quantity)),
    right(money(line.unitPriceMinor)),
    ...(taxed ? [right(rateOf(line.taxRatePpm))] : []),
    right(money(line.amountMinor)),
  ];
  const head = ['Item', 'Quantity', 'Unit price', ...(taxed ? ['Tax'] : []), 'Amount'];
  return {
    layout: ruled,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', 'auto', 'auto', ...(taxed ? ['auto'] : []), 'auto'],
      body: [
        head.map((text, index) => ({
          text,
          style: 'head',
          alignment: index === 0 ? 'left' : 'right',
          noWrap: true,
        })),
        ...snapshot.lines.map(row),
      ],
    },
  };
}

/** Name, variant and SKU of something. */
export function itemOf({ name, variant, sku }: SnapshotLine): TableCell {
  return {
    stack: [
      { text: name, bold: true },
      { text: [variant, sku].filter(Boolean).join(' · '), style: 'small' },
    ],
  };
}

function totals(snapshot: Snapshot): Column {
  const rows = snapshot.kind === 'invoice' ? invoiceRows(snapshot) : creditRows(snapshot);
  return {
    width: 220,
    layout: plain,
    table: {
      widths: ['*', 'auto'],
      body: rows.map(([label, value, style]) => [
        { text: label, style: style ?? 'muted' },
        { text: value, alignment: 'right', noWrap: true, ...(style === undefined ? {} : { style }) },
      ]),
    },
  };
}

function invoiceRows(snapshot: Snapshot): Row[] {
  const { totals: sums, discounts, shipping, taxInclusive } = snapshot;
  const money = amountsOf(snapshot);
  const taxes = snapshot.taxes.map(({ name, ratePpm, taxMinor }): Row => [
    `${taxInclusive ? 'Includes ' : ''}${name}${ratePpm === 0 ? '' : ` ${rateOf(ratePpm)}`}`,
    money(taxMinor),
  ]);
  const tax = taxes.length === 0 ? [['Tax', money(0)] as Row] : taxes;
  return [
    ['Subtotal', money(sums.subtotalMinor)],
    ...discounts.map(({ label, amountMinor }): Row => [label, money(-amountMinor)]),
    [shipping.name, money(shipping.amountMinor)],
    ...(taxInclusive ? [] : tax),
    ['Total', money(sums.totalMinor), 'total'],
    ...(taxInclusive ? tax : []),
    ...(sums.creditMinor > 0 ? [['Gift card and store credit', money(-sums.creditMinor)] as Row] : []),
    ...(sums.paidMinor > 0 ? [['Paid', money(-sums.paidMinor)] as Row] : []),
    ['Amount due', money(sums.dueMinor), 'total'],
  ];
}

function creditRows(snapshot: Snapshot): Row[] {
  const { totals: sums } = snapshot;
  const money = amountsOf(snapshot);
  return [
    ['Net amount', money(sums.subtotalMinor)],
    ['Tax', money(sums.taxMinor)],
    ['Amount credited', money(sums.totalMinor), 'total'],
  ];
}

function taxTable(snapshot: Snapshot): Column {
  const money = amountsOf(snapshot);
  const { taxes, corrects } = snapshot;
  const about: Content[] =
    corrects === null
      ? []
      : [
          {
            text: `This note corrects invoice ${corrects.label} of ${dayOf(corrects.issuedAt)}.`,
            margin: [0, 0, 0, 10],
          },
        ];
  if (taxes.length === 0) return { width: '*', stack: about };
  const cell = (text: string): TableCell => ({ text, alignment: 'right', noWrap: true, fontSize: 8 });
  return {
    width: '*',
    stack: [
      ...about,
      {
        layout: ruled,
        table: {
          headerRows: 1,
          widths: ['*', 'auto', 'auto', 'auto'],
          body: [
            ['Tax', 'Rate', 'Net', 'Tax'].map((text, index) => ({
              text,
              style: 'head',
              alignment: index === 0 ? 'left' : 'right',
            })),
            ...taxes.map(({ name, ratePpm, taxableMinor, taxMinor }): TableCell[] => [
              { text: name, fontSize: 8 },
              cell(ratePpm === 0 ? '' : rateOf(ratePpm)),
              cell(money(taxableMinor)),
              cell(money(taxMinor)),
            ]),
          ],
        },
      },
    ],
  };
}

export function words(title: string, text: string): Content[] {
  if (text === '') return [];
  return [
    {
      stack: [...(title === '' ? [] : [{ text: title, style: 'heading' }]), { text }],
      margin: [0, 18, 0, 0],
      unbreakable: true,
    },
  ];
}
