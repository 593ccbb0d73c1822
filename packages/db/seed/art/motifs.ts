import type { Motif } from '../catalog/brands.ts';
import { createRandom } from '../random.ts';
import { darken, lighten, lightness } from './colour.ts';

/** A decoration over a colour: the paint to fill a shape with a second time, and its definition. */
export interface MotifInk {
  id: string;
  base: string;
  second: string;
}

function tile(id: string, [width, height]: readonly [number, number], content: string): string {
  return `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${width}" height="${height}">${content}</pattern>`;
}

function fade(
  id: string,
  stops: readonly (readonly [offset: number, colour: string, opacity: number])[],
): string {
  const marks = stops.map(
    ([offset, colour, opacity]) =>
      `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
  );
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${marks.join('')}</linearGradient>`;
}

/** A shade of the colour that shows on it without shouting. */
function tone(base: string): string {
  return lightness(base) > 0.45 ? darken(base, 0.24) : lighten(base, 0.3);
}

const leaf = (x: number, y: number, turn: number) =>
  `<path transform="translate(${x} ${y}) rotate(${turn})" d="M0,0C14,-12 14,-34 0,-48C-14,-34 -14,-12 0,0ZM0,0V14"/>`;

function specks({ id, base }: MotifInk): string {
  const random = createRandom('specks');
  const ink = tone(base);
  const dots = Array.from({ length: 34 }, () => {
    const [x, y, r] = [random.int(4, 156), random.int(4, 156), 1.6 + random.next() * 3];
    return `<circle cx="${x}" cy="${y}" r="${r.toFixed(1)}" opacity="${(0.45 + random.next() * 0.5).toFixed(2)}"/>`;
  });
  return tile(id, [160, 160], `<g fill="${ink}">${dots.join('')}</g>`);
}

function chips({ id, base, second }: MotifInk): string {
  const random = createRandom('chips');
  const inks = [second, tone(base), lighten(base, 0.55), darken(second, 0.25)];
  const shapes = Array.from({ length: 17 }, (_, index) => {
    const [x, y, size] = [
      18 + (index % 4) * 44 + random.int(-10, 10),
      18 + Math.floor(index / 4) * 42,
      random.int(7, 15),
    ];
    const corners = [0, 1, 2, 3].map((corner) => {
      const angle = (corner + random.next() * 0.7) * 1.57;
      return `${(x + Math.cos(angle) * size).toFixed(0)},${(y + Math.sin(angle) * size * 0.8).toFixed(0)}`;
    });
    return `<polygon points="${corners.join(' ')}" fill="${inks[index % inks.length] ?? second}"/>`;
  });
  return tile(id, [180, 190], shapes.join(''));
}

type Draw = (ink: MotifInk) => string;

const draws: Readonly<Record<Motif, Draw | null>> = {
  plain: null,
  ridged: ({ id, base }) =>
    tile(id, [20, 20], `<rect y="12" width="20" height="4" fill="${tone(base)}" opacity=".75"/>`),
  ribbed: ({ id, base }) =>
    tile(
      id,
      [24, 24],
      `<rect x="15" width="5" height="24" fill="${tone(base)}" opacity=".7"/><rect x="3" width="4" height="24" fill="#fff" opacity=".16"/>`,
    ),
  speckled: specks,
  striped: ({ id, second }) =>
    tile(
      id,
      [72, 72],
      `<rect y="10" width="72" height="22" fill="${second}"/><rect y="42" width="72" height="5" fill="${second}"/>`,
    ),
  dotted: ({ id, second }) =>
    tile(
      id,
      [56, 56],
      `<g fill="${second}"><circle cx="14" cy="14" r="8"/><circle cx="42" cy="42" r="8"/></g>`,
    ),
  grid: ({ id, base }) =>
    tile(id, [52, 52], `<path d="M26,0V52M0,26H52" stroke="${tone(base)}" stroke-width="4" opacity=".85"/>`),
  wave: ({ id, second }) =>
    tile(
      id,
      [96, 44],
      `<path d="M-4,22C20,0 28,0 48,22S76,44 100,22" fill="none" stroke="${second}" stroke-width="7" opacity=".9"/>`,
    ),
  herringbone: ({ id, base }) =>
    tile(
      id,
      [48, 36],
      `<path d="M0,36L24,12L48,36M0,18L24,-6L48,18M0,54L24,30L48,54" fill="none" stroke="${tone(base)}" stroke-width="6" opacity=".75"/>`,
    ),
  leaf: ({ id, base, second }) =>
    tile(
      id,
      [150, 150],
      `<g fill="${second}" stroke="${second}" stroke-width="2.5">${leaf(34, 66, -24)}${leaf(108, 60, 36)}${leaf(70, 138, 8)}${leaf(140, 140, -50)}</g><g fill="${tone(base)}">${leaf(10, 140, 60)}${leaf(78, 40, 80)}</g>`,
    ),
  dip: ({ id, second }) =>
    fade(id, [
      [0.66, second, 0],
      [0.664, second, 1],
      [1, second, 1],
    ]),
  band: ({ id, second }) =>
    fade(id, [
      [0.3, second, 0],
      [0.303, second, 1],
      [0.45, second, 1],
      [0.453, second, 0],
    ]),
  ombre: ({ id, base }) =>
    fade(id, [
      [0, lighten(base, 0.6), 0.55],
      [0.45, base, 0],
      [1, darken(base, 0.55), 0.75],
    ]),
  terrazzo: chips,
  check: ({ id, base }) =>
    tile(
      id,
      [64, 64],
      `<g fill="${tone(base)}" opacity=".55"><rect width="32" height="64"/><rect width="64" height="32"/></g>`,
    ),
  arc: ({ id, base }) =>
    tile(
      id,
      [84, 42],
      `<g fill="none" stroke="${tone(base)}" stroke-width="4" opacity=".85">${[0, 84]
        .map((x) => `<circle cx="${x}" cy="42" r="38"/><circle cx="${x}" cy="42" r="24"/>`)
        .join(
          '',
        )}<circle cx="42" cy="63" r="38"/><circle cx="42" cy="63" r="24"/><circle cx="42" cy="21" r="10"/></g>`,
    ),
};

/** The definition of a decoration; null for plain. */
export function defineMotif(motif: Motif, ink: MotifInk): string | null {
  return draws[motif]?.(ink) ?? null;
}
