import type { CustomTableLayout, Style } from 'pdfmake/interfaces.js';

export const colour = { ink: '#1f1b17', muted: '#665c51', line: '#d9d1c5', shade: '#f5f1ea' } as const;

export const styles: Record<string, Style> = {
  title: { fontSize: 22, bold: true, characterSpacing: -0.3 },
  brand: { fontSize: 15, bold: true, characterSpacing: -0.2 },
  heading: { fontSize: 8, bold: true, color: colour.muted },
  muted: { color: colour.muted },
  small: { fontSize: 8, color: colour.muted },
  head: { fontSize: 8, bold: true, color: colour.muted },
  total: { fontSize: 11, bold: true },
};

/** Rules between rows, none around them. */
export const ruled: CustomTableLayout = {
  hLineWidth: (row, { table }) => {
    if (row === 0) return 0;
    return row === table.headerRows || row === table.body.length ? 0.8 : 0.4;
  },
  hLineColor: (row, { table }) => (row === table.headerRows ? colour.ink : colour.line),
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : 8),
  paddingRight: (column, { table }) => (column === (table.widths?.length ?? 0) - 1 ? 0 : 8),
  paddingTop: () => 6,
  paddingBottom: () => 6,
};

export const plain: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};
