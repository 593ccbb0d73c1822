import { darken, lighten } from '../colour.ts';
import { darkWood, leafGreen, steel, wood } from '../pen.ts';
import { board, books, prop, rect, sprig, tiles, windowLight } from './props.ts';
import type { Scene } from './scene.ts';

const cupFromAbove = (x: number, y: number) =>
  `<g transform="translate(${x} ${y})" filter="url(#drop)"><circle r="150" fill="#f0ebe1"/><circle r="150" fill="url(#shade-soft)"/><path d="M80,-60L180,-130" stroke="#e6ddcd" stroke-width="34" stroke-linecap="round"/><circle r="104" fill="#fffaf0"/><circle r="90" fill="#6b4127"/><path d="M-60,-30A68,68 0 0 1 20,-66" fill="none" stroke="#a8744c" stroke-width="10" stroke-linecap="round"/></g>`;

const planks = (colour: string) =>
  rect([0, 0], [1200, 1200], colour) +
  [0, 1, 2, 3, 4]
    .map((row) => rect([0, row * 240], [1200, 236], lighten(colour, row % 2 === 0 ? 0.06 : 0.14)))
    .join('') +
  [70, 300, 560, 800, 1040]
    .map(
      (y) =>
        `<path d="M0,${y}C300,${y - 20} 800,${y + 26} 1200,${y - 6}M0,${y + 70}C400,${y + 90} 700,${y + 50} 1200,${y + 78}" fill="none" stroke="${darken(colour, 0.3)}" stroke-opacity=".18" stroke-width="4"/>`,
    )
    .join('') +
  rect([0, 0], [1200, 1200], 'url(#lamp)');

const hanger = `<path d="M600,250C600,190 650,200 640,160" fill="none" stroke="${steel}" stroke-width="12" stroke-linecap="round"/><path d="M360,400L600,262L840,400" fill="none" stroke="${wood}" stroke-width="26" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Tables seen from above, walls and rails: for what lies or hangs. */
export const surfaces: Readonly<Record<string, Scene>> = {
  tabletop: {
    behind: () =>
      planks('#d8b78b') +
      cupFromAbove(980, 230) +
      sprig([120, 1120], 24, leafGreen) +
      sprig([60, 1010], 62, darken(leafGreen, 0.16)),
    place: { x: 590, y: 610, room: 700, turn: -9 },
    words: 'on a wooden table with a cup of coffee and a green sprig',
    colour: '#dcbf96',
  },
  cloth: {
    behind: ({ wall, floor }) =>
      rect([0, 0], [1200, 1200], wall) +
      `<pattern id="linen" width="14" height="14" patternUnits="userSpaceOnUse"><path d="M0,3H14M3,0V14" stroke="${darken(floor, 0.2)}" stroke-opacity=".16" stroke-width="2"/></pattern>${rect([0, 0], [1200, 1200], 'url(#linen)')}` +
      `<path d="M-40,860C240,780 420,980 700,900S1060,780 1240,860V1240H-40Z" fill="${floor}" opacity=".75"/><path d="M-40,900C240,820 420,1020 700,940S1060,820 1240,900" fill="none" stroke="${darken(floor, 0.3)}" stroke-opacity=".25" stroke-width="10"/>` +
      rect([0, 0], [1200, 1200], 'url(#lamp)') +
      sprig([1090, 420], 200, leafGreen) +
      prop('wallet', '#8a5a38', { x: 200, y: 200, room: 220, turn: 18 }),
    place: { x: 590, y: 620, room: 740, turn: 6 },
    words: 'on a linen cloth, seen from above',
  },
  rail: {
    behind: (backdrop) =>
      rect([0, 0], [1200, 1200], backdrop.wall) +
      windowLight(120) +
      board(1050, '#d3ac7c') +
      `<rect x="0" y="138" width="1200" height="26" rx="13" fill="${darkWood}"/><rect x="0" y="142" width="1200" height="7" fill="#fff" opacity=".25"/>` +
      hanger,
    place: { x: 600, y: 680, room: 760 },
    words: 'on a wooden hanger',
  },
  wall: {
    behind: (backdrop) =>
      rect([0, 0], [1200, 1200], backdrop.wall) +
      rect([0, 0], [1200, 1200], 'url(#lamp)') +
      board(960) +
      books(120, 1060, ['#7f946e', '#d9b36a', '#a5583a']) +
      prop('tablelamp', '#5e7f8c', { x: 960, y: 1070, room: 420 }) +
      prop('vase', darken(backdrop.floor, 0.3), { x: 470, y: 1060, room: 300 }),
    place: { x: 560, y: 400, room: 560 },
    words: 'on the wall above a sideboard',
  },
  pegs: {
    behind: ({ wall }) =>
      tiles(lighten(wall, 0.2), 1200) +
      `<rect x="160" y="190" width="880" height="54" rx="10" fill="${wood}"/><rect x="160" y="190" width="880" height="10" rx="5" fill="#fff" opacity=".3"/>` +
      [260, 600, 940].map((x) => `<circle cx="${x}" cy="220" r="22" fill="${darkWood}"/>`).join('') +
      prop('utensils', wood, { x: 940, y: 440, room: 400 }) +
      prop('frypan', '#4a4e54', { x: 250, y: 470, room: 440 }),
    place: { x: 600, y: 610, room: 760 },
    words: 'on a rail of pegs in the kitchen',
  },
  dining: {
    behind: (backdrop) =>
      rect([0, 0], [1200, 1200], darken(backdrop.floor, 0.12)) +
      `<circle cx="600" cy="620" r="760" fill="url(#glow)"/>` +
      `<path d="M360,560L120,960H1080L840,560Z" fill="#ffe9b8" opacity=".22"/>` +
      `<ellipse cx="600" cy="1010" rx="560" ry="110" fill="${darken(wood, 0.25)}"/><ellipse cx="600" cy="990" rx="560" ry="108" fill="${lighten(wood, 0.15)}"/>` +
      prop('bowl', '#f0ebe1', { x: 600, y: 1010, room: 280 }) +
      prop('carafe', '#a5cdbf', { x: 860, y: 990, room: 280 }) +
      prop('mug', '#c76a4b', { x: 350, y: 1000, room: 150 }),
    place: { x: 600, y: 400, room: 560 },
    words: 'low over a dining table',
  },
};
