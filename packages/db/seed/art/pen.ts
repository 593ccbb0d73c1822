import type { Motif } from '../catalog/brands.ts';
import { hashText } from '../random.ts';
import { darken, lighten } from './colour.ts';
import { defineMotif } from './motifs.ts';

/** What a product is painted with. */
export interface Paint {
  base: string;
  second: string;
  motif: Motif;
}

export type Shade = 'round' | 'ball' | 'soft' | 'flat' | 'metal' | 'glass' | 'none';

export interface ShapeOptions {
  /** The product's own colour and decoration, unless another colour is named. */
  fill?: string;
  shade?: Shade;
  motif?: boolean;
  opacity?: number;
}

export const wood = '#c79c68';
export const darkWood = '#8a6243';
export const steel = '#bcc2c6';
export const brass = '#c9a450';
export const cream = '#f3ead9';
export const paper = '#f7f1e6';
export const ink = '#34353b';
export const leafGreen = '#7d9471';

const dark = '#20130b';

function stops(...marks: readonly (readonly [offset: number, colour: string, opacity: number])[]): string {
  return marks
    .map(
      ([offset, colour, opacity]) =>
        `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join('');
}

/** Light from the upper left, as gradients over the bounding box of a shape. */
export const shadeDefinitions = [
  `<linearGradient id="shade-round">${stops([0, dark, 0.2], [0.1, dark, 0.04], [0.27, '#fff', 0.34], [0.44, '#fff', 0.05], [0.72, dark, 0.12], [1, dark, 0.38])}</linearGradient>`,
  `<radialGradient id="shade-ball" cx=".36" cy=".28" r=".8">${stops([0, '#fff', 0.42], [0.34, '#fff', 0.06], [0.6, dark, 0.08], [1, dark, 0.42])}</radialGradient>`,
  `<linearGradient id="shade-soft" x2="1" y2="1">${stops([0, '#fff', 0.22], [0.45, '#fff', 0.02], [1, dark, 0.22])}</linearGradient>`,
  `<linearGradient id="shade-flat" x2="0" y2="1">${stops([0, '#fff', 0.16], [1, dark, 0.14])}</linearGradient>`,
  `<linearGradient id="shade-metal">${stops([0, dark, 0.34], [0.16, '#fff', 0.5], [0.3, '#fff', 0.08], [0.52, dark, 0.2], [0.7, '#fff', 0.22], [1, dark, 0.46])}</linearGradient>`,
  `<linearGradient id="shade-glass">${stops([0, '#fff', 0.55], [0.1, '#fff', 0.12], [0.22, '#fff', 0.5], [0.3, '#fff', 0.06], [0.85, '#fff', 0.04], [0.93, '#fff', 0.4], [1, dark, 0.12])}</linearGradient>`,
].join('');

/** Draws shapes in a product's paint. Its definitions have to be placed in the picture with them. */
export class Pen {
  readonly base: string;
  readonly second: string;
  readonly light: string;
  readonly deep: string;
  readonly definitions: string;
  readonly #motif: string | null;

  constructor(paint: Paint) {
    const id = `motif-${hashText(`${paint.motif} ${paint.base} ${paint.second}`)}`;
    const definition = defineMotif(paint.motif, { id, base: paint.base, second: paint.second });
    this.base = paint.base;
    this.second = paint.second;
    this.light = lighten(paint.base, 0.3);
    this.deep = darken(paint.base, 0.35);
    this.definitions = definition ?? '';
    this.#motif = definition === null ? null : `url(#${id})`;
  }

  /** A filled shape: colour, then decoration, then light. */
  shape(
    d: string,
    { fill, shade = 'round', motif = fill === undefined, opacity = 1 }: ShapeOptions = {},
  ): string {
    const layers = [`<path d="${d}" fill="${fill ?? this.base}"/>`];
    if (motif && this.#motif !== null) layers.push(`<path d="${d}" fill="${this.#motif}"/>`);
    if (shade !== 'none') layers.push(`<path d="${d}" fill="url(#shade-${shade})"/>`);
    return opacity === 1 ? layers.join('') : `<g opacity="${opacity}">${layers.join('')}</g>`;
  }

  /** A shape of clear or tinted glass. */
  glass(d: string, tint = this.base): string {
    const motif = this.#motif === null ? '' : `<path d="${d}" fill="${this.#motif}" opacity=".45"/>`;
    return `<path d="${d}" fill="${tint}" opacity=".42"/>${motif}<path d="${d}" fill="url(#shade-glass)" opacity=".8"/><path d="${d}" fill="none" stroke="${darken(tint, 0.3)}" stroke-opacity=".35" stroke-width="3"/>`;
  }

  /** A rounded stroke. */
  line(d: string, width: number, colour = this.base): string {
    return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
  }

  /** A tube: a stroke with a lit upper left side. */
  tube(d: string, width: number, colour = this.base): string {
    const lit = `<g transform="translate(${-width * 0.14} ${-width * 0.14})">${this.line(d, width * 0.26, lighten(colour, 0.4))}</g>`;
    return this.line(d, width, darken(colour, 0.22)) + this.line(d, width * 0.82, colour) + lit;
  }

  /** The opening of a vessel, seen a little from above. */
  rim([cx, cy]: readonly [number, number], [rx, ry]: readonly [number, number], inside = this.deep): string {
    return (
      `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${lighten(this.base, 0.22)}"/>` +
      `<ellipse cx="${cx}" cy="${cy + ry * 0.08}" rx="${rx * 0.93}" ry="${ry * 0.84}" fill="${inside}"/>` +
      `<ellipse cx="${cx + rx * 0.1}" cy="${cy + ry * 0.3}" rx="${rx * 0.78}" ry="${ry * 0.55}" fill="${lighten(inside, 0.14)}" opacity=".7"/>`
    );
  }
}
