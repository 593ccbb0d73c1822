export interface NumberRange {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** `attribute:10..20`, each end left out where it is open. */
export const rangePattern = /^[\w-]+:(?:-?\d+(?:\.\d+)?)?\.\.(?:-?\d+(?:\.\d+)?)?$/u;

/** Reads ranges of the form that `rangePattern` has checked. */
export function readRanges(ranges: readonly string[]): NumberRange[] {
  return ranges.map((range) => {
    const colon = range.indexOf(':');
    const [from = '', to = ''] = range.slice(colon + 1).split('..');
    return {
      code: range.slice(0, colon),
      from: from === '' ? Number.NEGATIVE_INFINITY : Number(from),
      to: to === '' ? Number.POSITIVE_INFINITY : Number(to),
    };
  });
}
