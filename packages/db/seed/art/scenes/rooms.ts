import { darken, lighten, mix } from '../colour.ts';
import { brass, cream, leafGreen, wood } from '../pen.ts';
import { board, books, prop, rect, sprig, tiles, windowLight } from './props.ts';
import type { Scene } from './scene.ts';

const paintedArch = (colour: string) =>
  `<path d="M300,900V470A300,300 0 0 1 900,470V900Z" fill="${colour}" opacity=".7"/>`;

/** Rooms for what stands. */
export const rooms: Readonly<Record<string, Scene>> = {
  counter: {
    behind: ({ wall, floor }) =>
      tiles(mix(wall, '#ffffff', 0.25), 860) +
      board(850) +
      prop('pot', '#f3ead9', { x: 1010, y: 950, room: 360 }) +
      prop('mill', wood, { x: 90, y: 925, room: 300 }) +
      `<circle cx="150" cy="800" r="46" fill="#f0c94f"/><circle cx="232" cy="794" r="50" fill="#f3d264"/><circle cx="150" cy="800" r="46" fill="url(#shade-ball)"/><circle cx="232" cy="794" r="50" fill="url(#shade-ball)"/>` +
      prop('bowl', darken(floor, 0.25), { x: 200, y: 960, room: 270 }),
    place: { x: 600, y: 1050, room: 560 },
    words: 'on a kitchen counter, beside lemons and a plant',
  },
  console: {
    behind: (backdrop) =>
      rect([0, 0], [1200, 1200], backdrop.wall) +
      paintedArch(backdrop.floor) +
      windowLight(700) +
      board(900) +
      books(90, 985, ['#5e7f8c', '#c76a4b', '#d9b36a']) +
      prop('candle', '#f3ead9', { x: 210, y: 850, room: 150 }) +
      prop('vase', darken(backdrop.floor, 0.28), { x: 1000, y: 985, room: 470 }),
    place: { x: 590, y: 1060, room: 560 },
    words: 'on a wooden sideboard with books and flowers',
  },
  desk: {
    behind: (backdrop) =>
      rect([0, 0], [1200, 1200], backdrop.wall) +
      `<g transform="rotate(-3 260 270)">${rect([160, 150], [190, 240], cream)}${rect([190, 200], [130, 8], '#b9a88e')}${rect([190, 230], [100, 8], '#b9a88e')}</g><g transform="rotate(4 460 230)">${rect([400, 150], [150, 150], '#f1d88c')}</g><circle cx="255" cy="160" r="9" fill="#c8553d"/><circle cx="475" cy="160" r="9" fill="#c8553d"/>` +
      windowLight(760) +
      board(880) +
      prop('mug', '#f3ead9', { x: 1010, y: 990, room: 210 }) +
      books(90, 980, ['#34506b', '#e8b9a0', '#7f946e']),
    place: { x: 600, y: 1050, room: 560 },
    words: 'on a desk by the window, next to a mug',
  },
  floor: {
    behind: (backdrop) =>
      rect([0, 0], [1200, 900], backdrop.wall) +
      windowLight(640) +
      rect([0, 860], [1200, 40], lighten(backdrop.wall, 0.6)) +
      board(900, '#d3ac7c') +
      `<ellipse cx="620" cy="1060" rx="470" ry="96" fill="${backdrop.floor}"/><ellipse cx="620" cy="1060" rx="430" ry="82" fill="none" stroke="${lighten(backdrop.floor, 0.5)}" stroke-width="8"/>` +
      prop('pot', darken(backdrop.floor, 0.3), { x: 150, y: 1010, room: 520 }),
    place: { x: 630, y: 1070, room: 700 },
    words: 'on a wooden floor beside a tall plant',
  },
  bath: {
    behind: ({ wall }) =>
      tiles(mix(wall, '#dfe9e4', 0.6), 880) +
      board(880, '#e4ddd2') +
      prop('towel', '#f0ebe1', { x: 190, y: 1000, room: 300 }) +
      sprig([1030, 830], 12, leafGreen) +
      sprig([1030, 830], -22, darken(leafGreen, 0.15)) +
      prop('diffuser', '#8fb3a6', { x: 1020, y: 1000, room: 280 }),
    place: { x: 600, y: 1060, room: 560 },
    words: 'on a stone ledge with folded towels and eucalyptus',
  },
  play: {
    behind: (backdrop) =>
      rect([0, 0], [1200, 900], backdrop.wall) +
      `<path d="M-20,90Q600,300 1220,70" fill="none" stroke="#fff" stroke-width="8"/>` +
      Array.from({ length: 9 }, (_, index) => {
        const x = 30 + index * 130;
        const y = 104 + 92 * Math.sin(((index + 0.6) / 9) * Math.PI);
        return `<path d="M${x},${y.toFixed(0)}h92l-46,96Z" fill="${['#e48671', '#f1d88c', '#a8cae0', '#b5d7c4', '#c3b2d8'][index % 5]}"/>`;
      }).join('') +
      board(900, '#e0c196') +
      `<ellipse cx="600" cy="1060" rx="500" ry="100" fill="${lighten(backdrop.floor, 0.2)}"/><ellipse cx="600" cy="1060" rx="400" ry="76" fill="${backdrop.floor}"/>` +
      prop('blocks', '#5e92b0', { x: 1010, y: 1010, room: 280 }) +
      prop('bear', '#c49a6c', { x: 170, y: 1000, room: 300 }),
    place: { x: 590, y: 1080, room: 560 },
    words: 'in a playroom under a row of flags',
  },
  evening: {
    behind: () =>
      rect([0, 0], [1200, 1200], '#44505e') +
      `<circle cx="600" cy="520" r="900" fill="url(#glow)"/>` +
      `<rect x="860" y="120" width="250" height="330" rx="4" fill="#2f3945"/><rect x="876" y="136" width="218" height="298" fill="#222b3a"/><circle cx="1010" cy="230" r="34" fill="#f3e6c0"/><path d="M985,136V434M876,285H1094" stroke="#2f3945" stroke-width="10"/>` +
      board(900, '#8a6243') +
      `<circle cx="600" cy="960" r="560" fill="url(#glow)"/>` +
      books(100, 990, ['#a5583a', '#d9b36a', '#5e7f8c']) +
      prop('mug', '#e8b9a0', { x: 1010, y: 1000, room: 190 }),
    place: { x: 600, y: 1050, room: 720 },
    words: 'glowing on a side table in the evening',
    colour: '#5b5a58',
  },
  hills: {
    behind: () =>
      `<linearGradient id="sky" x2="0" y2="1"><stop offset="0" stop-color="#a9cfe0"/><stop offset=".7" stop-color="#f6e7cf"/></linearGradient>${rect([0, 0], [1200, 1200], 'url(#sky)')}<circle cx="880" cy="290" r="90" fill="#fff3cf"/><circle cx="880" cy="290" r="240" fill="url(#glow)"/>` +
      `<path d="M0,640C180,470 330,420 520,580C700,430 900,380 1200,600V1200H0Z" fill="#a9bfc0"/><path d="M0,760C240,590 420,650 640,740C860,640 1020,640 1200,740V1200H0Z" fill="#86a48f"/>` +
      [90, 190, 1010, 1110]
        .map(
          (x, index) =>
            `<path d="M${x},${880 - index * 8}l-60,0l60,-220l60,220Z" fill="${index % 2 === 0 ? '#3f6350' : '#4d7360'}"/>`,
        )
        .join('') +
      `<path d="M0,880C300,820 800,850 1200,880V1200H0Z" fill="#8aa263"/><path d="M0,1010C300,950 800,990 1200,1000V1200H0Z" fill="#7a9456"/>` +
      prop('backpack', '#b2552d', { x: 180, y: 1050, room: 250 }),
    place: { x: 620, y: 1080, room: 620 },
    words: 'in a meadow below the hills',
    colour: '#8aa263',
  },
  hall: {
    behind: (backdrop) =>
      rect([0, 0], [1200, 1200], backdrop.wall) +
      windowLight(700) +
      `<rect x="120" y="170" width="960" height="46" rx="8" fill="${wood}"/>` +
      [220, 980]
        .map(
          (x) =>
            `<circle cx="${x}" cy="194" r="30" fill="${darken(wood, 0.3)}"/><circle cx="${x - 6}" cy="188" r="24" fill="${brass}"/>`,
        )
        .join('') +
      prop('scarf', '#c3ccd1', { x: 226, y: 420, room: 400 }) +
      board(900, '#c59a66') +
      `<rect x="0" y="930" width="1200" height="26" fill="#2a1a10" opacity=".14"/>` +
      prop('umbrella', '#5d6d7a', { x: 1030, y: 940, room: 500 }),
    place: { x: 590, y: 1040, room: 640 },
    words: 'on a bench in the hall, ready to go',
  },
};
