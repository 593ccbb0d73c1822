const r1 = (value: number) => Math.round(value * 10) / 10;

/** A rectangle with rounded corners, as a path. */
export function box(
  x: number,
  y: number,
  [width, height, radius = 0]: readonly [number, number, number?],
): string {
  const r = Math.min(radius, width / 2, height / 2);
  const [right, bottom] = [x + width, y + height];
  if (r === 0) return `M${x},${y}H${right}V${bottom}H${x}Z`;
  return `M${x + r},${y}H${right - r}Q${right},${y} ${right},${y + r}V${bottom - r}Q${right},${bottom} ${right - r},${bottom}H${x + r}Q${x},${bottom} ${x},${bottom - r}V${y + r}Q${x},${y} ${x + r},${y}Z`;
}

/** An ellipse, as a path. */
export function oval(cx: number, cy: number, [rx, ry = rx]: readonly [number, number?]): string {
  return `M${r1(cx - rx)},${r1(cy)}a${r1(rx)},${r1(ry)} 0 1,0 ${r1(rx * 2)},0a${r1(rx)},${r1(ry)} 0 1,0 ${r1(-rx * 2)},0Z`;
}

/** A closed shape with straight sides. */
export function polygon(...points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${r1(x)},${r1(y)}`).join('L')}Z`;
}

/** One step down the right side of a turned shape: a straight line, or a curve with two handles. */
type Step = readonly [number, number] | readonly [number, number, number, number, number, number];

/**
 * A shape as a lathe turns it: the right side from the top down, its mirror image on the left, and a foot that is a
 * flat ellipse of the given depth.
 */
export function lathe(start: readonly [number, number], steps: readonly Step[], depth = 0): string {
  const down = steps
    .map((step) => (step.length === 2 ? `L${step.join(',')}` : `C${step.join(',')}`))
    .join('');
  const ends = [
    start,
    ...steps.map((step): readonly [number, number] => [step.at(-2) ?? 0, step.at(-1) ?? 0]),
  ];
  const [footX, footY] = ends.at(-1) ?? start;
  const foot = depth === 0 ? `L${-footX},${footY}` : `A${Math.abs(footX)},${depth} 0 0 1 ${-footX},${footY}`;
  const up = steps
    .map((step, index) => {
      const [x, y] = ends[index] ?? start;
      return step.length === 2 ? `L${-x},${y}` : `C${-step[2]},${step[3]},${-step[0]},${step[1]},${-x},${y}`;
    })
    .reverse()
    .join('');
  return `M${start.join(',')}${down}${foot}${up}Z`;
}
