/** How a collection is decorated, in words of the facet and as the pattern of its pictures. */
export const motifs = {
  plain: 'Plain',
  ridged: 'Ridged',
  ribbed: 'Ribbed',
  speckled: 'Speckled',
  striped: 'Striped',
  dotted: 'Dotted',
  grid: 'Grid',
  wave: 'Waves',
  herringbone: 'Herringbone',
  leaf: 'Botanical',
  dip: 'Dipped',
  band: 'Banded',
  ombre: 'Ombré',
  terrazzo: 'Terrazzo',
  check: 'Check',
  arc: 'Arcs',
} as const;

export type Motif = keyof typeof motifs;

/** Where each house has its things made. */
export const brands = {
  Fernhollow: ['Portugal', 'United Kingdom'],
  Clearwell: ['Italy', 'Czechia'],
  Copperline: ['Germany', 'United States'],
  'Marlow & Pike': ['United Kingdom', 'Denmark'],
  Norrlys: ['Sweden', 'Denmark'],
  'Ambit Studio': ['Japan', 'United Kingdom'],
  'Tarn & Fell': ['United Kingdom', 'Canada'],
  'Wren & Thistle': ['Portugal', 'India'],
  Halden: ['Portugal', 'Italy'],
  'Little Meridian': ['Germany', 'Denmark'],
  Stillwater: ['Japan', 'Canada'],
  Oakhurst: ['Italy', 'United States'],
} as const satisfies Record<string, readonly [string, string]>;

export type BrandName = keyof typeof brands;
