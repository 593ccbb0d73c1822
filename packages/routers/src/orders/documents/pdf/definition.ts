import type { Content, ContentStack, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Snapshot } from '../schemas.ts';
import { bill } from './bill.ts';
import { letterhead } from './letterhead.ts';
import { slip } from './slip.ts';
import { colour, styles } from './theme.ts';
import { titles } from './words.ts';

export interface Drawing {
  /** At least one; several are put into one file, each with pages of its own. */
  readonly snapshots: readonly Snapshot[];
  /** The seller's picture as a data address. */
  readonly logo: string | null;
}

// Filled by pdfmake while it lays the pages out.
type Placed = ContentStack & { positions?: { pageNumber: number }[] };

/** Documents as pages, drawn from their snapshots alone. */
export function definitionOf({ snapshots, logo }: Drawing): TDocumentDefinitions {
  const [first] = snapshots;
  if (first === undefined) throw new Error('there is nothing to draw');
  const parts = snapshots.map((snapshot, index): Placed => ({
    stack: [
      ...letterhead(snapshot, logo),
      ...(snapshot.kind === 'packing_slip' ? slip(snapshot) : bill(snapshot)),
    ],
    ...(index === 0 ? {} : { pageBreak: 'before' }),
  }));
  return {
    pageSize: first.paper,
    pageMargins: [48, 48, 48, 72],
    info: { title: titleOf(first, snapshots.length), author: first.seller.name, creator: first.seller.name },
    defaultStyle: { font: 'Inter', fontSize: 9, lineHeight: 1.25, color: colour.ink, fontFeatures: ['tnum'] },
    styles,
    content: parts,
    footer: (page, pages) => footer({ snapshots, starts: parts.map(startOf) }, page, pages),
  };
}

function titleOf({ kind, label, order }: Snapshot, count: number): string {
  if (count > 1) return `${titles[kind]}s of ${count} orders`;
  return `${titles[kind]} ${label === '' ? `of order ${order.number}` : label}`;
}

/** The page of the file that a document begins on. */
function startOf({ positions }: Placed): number {
  return positions?.[0]?.pageNumber ?? 1;
}

interface Placement {
  readonly snapshots: readonly Snapshot[];
  readonly starts: readonly number[];
}

/** Counts the pages of each document by themselves. */
function footer({ snapshots, starts }: Placement, page: number, pages: number): Content {
  const index = Math.max(
    0,
    starts.findLastIndex((start) => start <= page),
  );
  const snapshot = snapshots[index];
  if (snapshot === undefined) return '';
  const { seller, label, order } = snapshot;
  const begin = starts[index] ?? 1;
  const end = (starts[index + 1] ?? pages + 1) - 1;
  const contact = [seller.email, seller.phone, seller.website.replace(/^https?:\/\//u, '')].filter(Boolean);
  return {
    margin: [48, 22, 48, 0],
    columns: [
      { width: '*', text: [seller.name, ...contact].join('  ·  '), style: 'small' },
      {
        width: 'auto',
        text: `${label === '' ? `Order ${order.number}` : label}  ·  Page ${page - begin + 1} of ${end - begin + 1}`,
        style: 'small',
        alignment: 'right',
        noWrap: true,
      },
    ],
    columnGap: 16,
  };
}
