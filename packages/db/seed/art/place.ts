import { standingShadow } from './backdrop.ts';
import { Pen, type Paint } from './pen.ts';
import type { Silhouette } from './silhouette.ts';

/** A place in a picture of 1200 by 1200: where the thing rests or hangs, and the square it has to fit. */
export interface Place {
  x: number;
  y: number;
  room: number;
  turn?: number;
}

/** Draws a thing where it is wanted, with the shadow that belongs there. */
export function put(silhouette: Silhouette, paint: Paint, { x, y, room, turn = 0 }: Place): string {
  const pen = new Pen(paint);
  const [width, height] = silhouette.size;
  const scale = Math.min(room / width, room / height);
  const drawn = silhouette.draw(pen);
  const definitions = pen.definitions === '' ? '' : `<defs>${pen.definitions}</defs>`;
  const size = `scale(${scale.toFixed(4)})`;
  if (silhouette.stance === 'stand') {
    const turned = turn === 0 ? '' : ` rotate(${turn})`;
    return `${definitions}${standingShadow([x, y], width * scale)}<g transform="translate(${x} ${y})${turned} ${size}">${drawn}</g>`;
  }
  return `${definitions}<g transform="translate(${x} ${y}) rotate(${turn})" filter="url(#drop)"><g transform="${size}">${drawn}</g></g>`;
}

/** A whole picture. */
export function picture(content: string, definitions: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1200" viewBox="0 0 1200 1200"><defs>${definitions}</defs>${content}</svg>`;
}
