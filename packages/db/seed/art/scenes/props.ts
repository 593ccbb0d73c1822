import { darken, lighten } from '../colour.ts';
import { wood } from '../pen.ts';
import { put, type Place } from '../place.ts';
import { silhouetteOf } from '../silhouettes/index.ts';

/** Something plain beside the product. */
export function prop(code: string, base: string, place: Place): string {
  return put(silhouetteOf(code), { base, second: lighten(base, 0.4), motif: 'plain' }, place);
}

export function rect(
  [x, y]: readonly [number, number],
  [width, height]: readonly [number, number],
  fill: string,
): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
}

/** A board seen from the front: its top, its edge and the shadow below. */
export function board(y: number, colour = wood, depth = 1200): string {
  return (
    rect([0, y], [1200, depth], colour) +
    `<path d="M0,${y + 60}C300,${y + 50} 700,${y + 74} 1200,${y + 56}M0,${y + 130}C400,${y + 146} 800,${y + 116} 1200,${y + 134}M0,${y + 214}C300,${y + 200} 900,${y + 230} 1200,${y + 210}" fill="none" stroke="${darken(colour, 0.3)}" stroke-opacity=".25" stroke-width="4"/>` +
    `<rect y="${y}" width="1200" height="8" fill="${lighten(colour, 0.35)}"/>` +
    `<linearGradient id="board-light" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".22"/><stop offset="1" stop-color="#2a1a10" stop-opacity=".2"/></linearGradient><rect y="${y}" width="1200" height="${1200 - y}" fill="url(#board-light)"/>`
  );
}

/** Light that falls through a window onto the wall. */
export function windowLight(x = 640): string {
  const pane = (dx: number, dy: number) => `<path d="M${x + dx},${90 + dy}l190,-50v230l-190,50Z"/>`;
  return `<g fill="#fff" opacity=".3" filter="url(#near)">${pane(0, 0)}${pane(214, -56)}${pane(0, 262)}${pane(214, 206)}</g>`;
}

/** A wall of tiles. */
export function tiles(colour: string, height: number): string {
  const joint = darken(colour, 0.12);
  return `<pattern id="tiles" width="150" height="96" patternUnits="userSpaceOnUse"><rect width="150" height="96" fill="${joint}"/><rect x="2" y="2" width="146" height="44" rx="4" fill="${colour}"/><rect x="-73" y="50" width="146" height="44" rx="4" fill="${lighten(colour, 0.1)}"/><rect x="77" y="50" width="146" height="44" rx="4" fill="${lighten(colour, 0.1)}"/></pattern>${rect([0, 0], [1200, height], 'url(#tiles)')}${rect([0, 0], [1200, height], 'url(#lamp)')}`;
}

/** Books that lie on each other; the topmost ends at `top`. */
export function books(x: number, ground: number, hues: readonly string[]): string {
  return hues
    .map((hue, index) => {
      const y = ground - 44 * (index + 1);
      const inset = (index * 23) % 34;
      return `<rect x="${x + inset}" y="${y}" width="${230 - inset}" height="42" rx="5" fill="${hue}"/><rect x="${x + inset + 14}" y="${y + 8}" width="${206 - inset}" height="5" fill="#fff" opacity=".35"/>`;
    })
    .join('');
}

/** A branch with leaves, as a shadow or as itself. */
export function sprig([x, y]: readonly [number, number], turn: number, colour: string): string {
  const leaves = Array.from({ length: 7 }, (_, index) => {
    const side = index % 2 === 0 ? 1 : -1;
    return `<ellipse cx="${side * 40}" cy="${-60 - index * 46}" rx="44" ry="18" transform="rotate(${side * -38} ${side * 40} ${-60 - index * 46})"/>`;
  });
  return `<g transform="translate(${x} ${y}) rotate(${turn})" fill="${colour}"><path d="M0,0C10,-120 -10,-240 0,-390" fill="none" stroke="${darken(colour, 0.2)}" stroke-width="7"/>${leaves.join('')}<ellipse cx="0" cy="-410" rx="18" ry="42"/></g>`;
}
