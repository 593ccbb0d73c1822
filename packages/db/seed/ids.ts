import type { Random } from './random.ts';

/** Gives ids of version 7 for rows made at a certain time; no two alike. */
export type NewId = (at: Date) => string;

export function createIds(random: Random): NewId {
  const hex = (bits: number) =>
    random
      .int(0, 2 ** bits - 1)
      .toString(16)
      .padStart(bits / 4, '0');
  return (at) => {
    const time = at.getTime().toString(16).padStart(12, '0');
    const variant = (8 + random.int(0, 3)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(12)}-${variant}${hex(12)}-${hex(24)}${hex(24)}`;
  };
}
