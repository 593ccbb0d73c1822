import type { Pen } from './pen.ts';

/** The picture of one sort of product. Standing things rest on y = 0; flat and hanging ones are centred. */
export interface Silhouette {
  stance: 'stand' | 'flat' | 'hang';
  /** Width and height in its own units. */
  size: readonly [number, number];
  draw: (pen: Pen) => string;
  /** What a close view looks at, in its own units. */
  focus?: readonly [number, number];
}
