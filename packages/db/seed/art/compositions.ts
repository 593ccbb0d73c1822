import { lightDefinitions, sweep, type Backdrop } from './backdrop.ts';
import { mix } from './colour.ts';
import { shadeDefinitions, Pen, type Paint } from './pen.ts';
import { picture, put, type Place } from './place.ts';
import type { Scene } from './scenes/scene.ts';
import type { Silhouette } from './silhouette.ts';

const definitions = shadeDefinitions + lightDefinitions;

/** A drawn picture and the colour that fills most of it. */
export interface Drawing {
  svg: string;
  colour: string;
}

export interface Subject {
  silhouette: Silhouette;
  backdrop: Backdrop;
}

const fillOf = ({ wall, floor }: Backdrop) => mix(wall, floor, 0.4);

/** The product by itself, in the middle. */
export function drawHero({ silhouette, backdrop }: Subject, paint: Paint): Drawing {
  const places: Readonly<Record<Silhouette['stance'], Place>> = {
    stand: { x: 600, y: 985, room: 800 },
    flat: { x: 600, y: 600, room: 860 },
    hang: { x: 600, y: 580, room: 820 },
  };
  const svg = picture(sweep(backdrop, 800) + put(silhouette, paint, places[silhouette.stance]), definitions);
  return { svg, colour: fillOf(backdrop) };
}

/** The product in two or three of its colours. */
export function drawColours({ silhouette, backdrop }: Subject, paints: readonly Paint[]): Drawing {
  const places = silhouette.stance === 'stand' ? standing(paints.length) : lying(paints.length);
  const things = places.map((place, index) => {
    const paint = paints[index];
    return paint === undefined ? '' : put(silhouette, paint, place);
  });
  return { svg: picture(sweep(backdrop, 800) + things.join(''), definitions), colour: fillOf(backdrop) };
}

function standing(count: number): Place[] {
  if (count === 2)
    return [
      { x: 370, y: 880, room: 520 },
      { x: 790, y: 1000, room: 590 },
    ];
  return [
    { x: 262, y: 860, room: 430 },
    { x: 938, y: 860, room: 430 },
    { x: 600, y: 1020, room: 520 },
  ];
}

function lying(count: number): Place[] {
  if (count === 2)
    return [
      { x: 400, y: 560, room: 600, turn: -7 },
      { x: 790, y: 650, room: 600, turn: 5 },
    ];
  return [
    { x: 300, y: 540, room: 520, turn: -9 },
    { x: 900, y: 560, room: 520, turn: 8 },
    { x: 600, y: 680, room: 540, turn: 0 },
  ];
}

/** The product in use. */
export function drawScene({ silhouette, backdrop }: Subject, paint: Paint, scene: Scene): Drawing {
  const svg = picture(
    scene.behind(backdrop) + put(silhouette, paint, scene.place) + (scene.front ?? ''),
    definitions,
  );
  return { svg, colour: scene.colour ?? fillOf(backdrop) };
}

/** The surface of the product from near by. */
export function drawDetail({ silhouette, backdrop }: Subject, paint: Paint): Drawing {
  const pen = new Pen(paint);
  const [width, height] = silhouette.size;
  const scale = Math.min(800 / width, 800 / height) * 2.1;
  const [x, y] = silhouette.focus ?? [0, silhouette.stance === 'stand' ? -height / 2 : 0];
  const drawn = silhouette.draw(pen);
  const content = `${sweep(backdrop, 1100)}<defs>${pen.definitions}</defs><g filter="url(#drop)"><g transform="translate(600 600) scale(${scale.toFixed(4)}) translate(${-x} ${-y})">${drawn}</g></g>`;
  return { svg: picture(content, definitions), colour: mix(paint.base, backdrop.floor, 0.35) };
}

/** Things of one category together. */
export function drawGroup(
  things: readonly { silhouette: Silhouette; paint: Paint }[],
  backdrop: Backdrop,
): Drawing {
  const standingPlaces = standing(Math.max(2, things.length));
  const lyingPlaces = lying(Math.max(2, things.length));
  const drawn = things.map(({ silhouette, paint }, index) => {
    const place = (silhouette.stance === 'stand' ? standingPlaces : lyingPlaces)[index];
    return place === undefined ? '' : put(silhouette, paint, place);
  });
  return { svg: picture(sweep(backdrop, 800) + drawn.join(''), definitions), colour: fillOf(backdrop) };
}
