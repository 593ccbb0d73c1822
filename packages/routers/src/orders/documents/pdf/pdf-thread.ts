import { move } from 'piscina';
import type { Drawing } from './definition.ts';
import { drawPdf } from './draw.ts';

/**
 * What the thread does: it draws.
 *
 * @public
 */
// oxlint-disable-next-line import/no-default-export -- what piscina calls
export default async function draw(drawing: Drawing) {
  const pdf = await drawPdf(drawing);
  const bytes = new Uint8Array(pdf);
  return move(bytes);
}
