import type { Settings } from './settings.ts';

type Row = [label: string, value: string];

/** What a person needs to know once the shop runs, in a box. */
export function describeRunningShop(settings: Settings): string {
  const { ports, smtpUrl, stripe } = settings;
  const places: Row[] = [
    ['Storefront', settings.storefrontUrl],
    ['Staff console', settings.adminUrl],
    ['API', settings.apiUrl],
  ];
  if (smtpUrl === undefined) places.push(['Mailbox', `http://localhost:${ports.mailbox}`]);
  if (stripe === undefined) places.push(['Stripe emulator', `http://localhost:${ports.emulator}`]);
  const people: Row[] = [
    ['Owner', 'owner@turing.example / turing-commerce-owner'],
    ['Fulfilment', 'fulfilment@turing.example / turing-commerce-fulfilment'],
    ['Shopper', 'shopper@turing.example / turing-commerce-shopper'],
  ];
  const cards: Row[] = [
    ['Pays', '4242 4242 4242 4242'],
    ['Declined', '4000 0000 0000 0002'],
    ['Too little on it', '4000 0000 0000 9995'],
    ['3-D Secure', '4000 0027 6000 3184'],
  ];
  return drawBox([
    ...toLines('Turing Goods is open', places),
    '',
    ...toLines('Sign in', people),
    '',
    ...toLines('Test cards (any future date, any CVC)', cards),
  ]);
}

function toLines(heading: string, rows: Row[]): string[] {
  return [heading, ...rows.map(([label, value]) => `  ${label.padEnd(17)} ${value}`)];
}

function drawBox(lines: string[]): string {
  const width = Math.max(...lines.map((line) => line.length));
  const bar = '─'.repeat(width + 2);
  return [`╭${bar}╮`, ...lines.map((line) => `│ ${line.padEnd(width)} │`), `╰${bar}╯`].join('\n');
}
