import { distance, lightness, mix } from './colour.ts';
import type { Random } from '../random.ts';

/** A room to photograph in: the colour of its wall and of its floor. */
export interface Backdrop {
  wall: string;
  floor: string;
  name: string;
}

const backdrops: readonly Backdrop[] = [
  { wall: '#f1e7d8', floor: '#e3d3ba', name: 'sand' },
  { wall: '#f5e3da', floor: '#eaccbf', name: 'blush' },
  { wall: '#e1e7d8', floor: '#cbd6c0', name: 'sage' },
  { wall: '#dfe9ee', floor: '#c6d7e0', name: 'sky' },
  { wall: '#e9e2f0', floor: '#d5cae2', name: 'lilac' },
  { wall: '#f7edcd', floor: '#ecdcab', name: 'butter' },
  { wall: '#eed3c2', floor: '#dfb8a0', name: 'clay' },
  { wall: '#e9eaea', floor: '#d4d8d9', name: 'mist' },
];

/** A backdrop that the product stands out from; which of the good ones is chance. */
export function chooseBackdrop(random: Random, product: string, avoid?: string): Backdrop {
  const scored = backdrops
    .filter(({ name }) => name !== avoid)
    .map((backdrop) => ({ backdrop, score: distance(backdrop.floor, product) + random.next() * 0.28 }))
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (best === undefined) throw new Error('no backdrop');
  // A pale product on a pale wall would vanish: the wall gets deeper.
  const { wall, floor, name } = best.backdrop;
  if (lightness(product) < 0.8) return best.backdrop;
  return { wall: mix(wall, floor, 0.8), floor: mix(floor, '#8b6f56', 0.2), name };
}

/** Filters and gradients that every picture may use. */
export const lightDefinitions = [
  '<filter id="soft" x="-60%" y="-120%" width="220%" height="340%"><feGaussianBlur stdDeviation="26"/></filter>',
  '<filter id="near" x="-40%" y="-120%" width="180%" height="340%"><feGaussianBlur stdDeviation="9"/></filter>',
  '<filter id="drop" x="-30%" y="-30%" width="170%" height="170%"><feGaussianBlur in="SourceAlpha" stdDeviation="18"/><feOffset dx="16" dy="26"/><feComponentTransfer><feFuncA type="linear" slope=".34"/></feComponentTransfer><feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter>',
  '<radialGradient id="glow"><stop offset="0" stop-color="#ffd27a" stop-opacity=".6"/><stop offset=".45" stop-color="#ffdb96" stop-opacity=".26"/><stop offset="1" stop-color="#ffe2a6" stop-opacity="0"/></radialGradient>',
  '<radialGradient id="lamp" cx=".3" cy=".2" r=".95"><stop offset="0" stop-color="#fff" stop-opacity=".6"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#3a2413" stop-opacity=".12"/></radialGradient>',
].join('');

/** A seamless sweep of paper: wall above, floor below, and no line between them. */
export function sweep({ wall, floor }: Backdrop, horizon = 760): string {
  const share = (y: number) => (y / 1200).toFixed(3);
  return (
    `<linearGradient id="sweep" x2="0" y2="1"><stop offset="0" stop-color="${wall}"/><stop offset="${share(horizon - 120)}" stop-color="${wall}"/><stop offset="${share(horizon + 60)}" stop-color="${floor}"/><stop offset="1" stop-color="${mix(floor, '#fffaf0', 0.25)}"/></linearGradient>` +
    '<rect width="1200" height="1200" fill="url(#sweep)"/><rect width="1200" height="1200" fill="url(#lamp)"/>'
  );
}

/** The shadows of a thing that stands at a point: a sharp one under it, a soft one to the right. */
export function standingShadow([x, y]: readonly [number, number], width: number): string {
  const half = width / 2;
  return (
    `<ellipse cx="${x + half * 0.42}" cy="${y + 2}" rx="${half * 1.08}" ry="${Math.max(16, half * 0.17)}" fill="#2a1a10" opacity=".2" filter="url(#soft)"/>` +
    `<ellipse cx="${x + 4}" cy="${y}" rx="${half * 0.84}" ry="${Math.max(8, half * 0.07)}" fill="#2a1a10" opacity=".42" filter="url(#near)"/>`
  );
}
