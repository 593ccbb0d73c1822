/** Numbers from 0 to 1 that are the same in every run. */
export type Random = () => number;

/** Tommy Ettinger's mulberry32: small, fast, and even enough for made-up goods. */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** As words in a language are used: the second half as often as the first, the third a third as often. */
export function pickByRank<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(Math.exp(random() * Math.log(items.length + 1))) - 1] as Item;
}

export function shuffle<Item>(random: Random, items: readonly Item[]): Item[] {
  return items
    .map((item) => [random(), item] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, item]) => item);
}
