import type { CSSProperties } from 'react';

/** The storefront's palette. Letters are written in light; `darkRules` turns them dark where a mailbox allows it. */
export const colour = {
  paper: '#fbf8f4',
  surface: '#ffffff',
  sunken: '#f3eee6',
  ink: '#27211b',
  muted: '#665c51',
  line: '#e5ddd2',
  accent: '#9a4323',
  onAccent: '#ffffff',
} as const;

export const font = "Geist, -apple-system, BlinkMacSystemFont, 'Segoe UI', Helvetica, Arial, sans-serif";

export const text = {
  margin: 0,
  fontSize: 16,
  lineHeight: '26px',
  color: colour.ink,
} satisfies CSSProperties;

export const label = {
  margin: 0,
  fontSize: 14,
  lineHeight: '20px',
  fontWeight: 600,
  color: colour.ink,
} satisfies CSSProperties;

export const small = {
  margin: 0,
  fontSize: 14,
  lineHeight: '22px',
  color: colour.muted,
} satisfies CSSProperties;

// React Email writes a section as a table whose padding, and the body's colour, are on the cell inside it.
const cell = '> tbody > tr > td';

/** Mailboxes that know neither query show the light letter; those that invert colours by themselves find solid ones. */
export const headStyles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .shell ${cell} { padding: 20px 0 32px !important; }
  .card { border-left: 0 !important; border-right: 0 !important; border-radius: 0 !important; }
  .card ${cell} { padding: 28px 20px !important; }
  .edge ${cell} { padding-left: 20px !important; padding-right: 20px !important; }
  .heading { font-size: 25px !important; line-height: 31px !important; }
  .button { display: block !important; text-align: center !important; }
}
@media (prefers-color-scheme: dark) {
  .paper, .paper > table ${cell} { background-color: #171411 !important; }
  .card { background-color: #201c18 !important; border-color: #37312b !important; }
  .sunken { background-color: #110f0d !important; }
  .ink { color: #f4efe8 !important; }
  .muted { color: #b5aa9d !important; }
  .accent { color: #efa27f !important; }
  .line { border-color: #37312b !important; }
  .button { background-color: #efa27f !important; color: #2b140a !important; }
}
`;
