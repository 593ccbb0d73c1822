type Channels = readonly [red: number, green: number, blue: number];

function parse(hex: string): Channels {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function format(channels: Channels): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** `share` of the second colour in the first. */
export function mix(first: string, second: string, share: number): string {
  const [from, to] = [parse(first), parse(second)];
  const blend = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return format([blend(0), blend(1), blend(2)]);
}

/** Towards warm light. */
export function lighten(colour: string, share: number): string {
  return mix(colour, '#fffaf0', share);
}

/** Towards a shadow that is brown rather than black. */
export function darken(colour: string, share: number): string {
  return mix(colour, '#1d1512', share);
}

/** How light a colour looks, from 0 to 1 (Rec. 709 weights, good enough on gamma values). */
export function lightness(colour: string): number {
  const [red, green, blue] = parse(colour);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** How far apart two colours are, from 0 to about 1. */
export function distance(first: string, second: string): number {
  const [a, b] = [parse(first), parse(second)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) / 441;
}
