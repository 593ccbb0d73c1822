import { darken, lighten } from '../colour.ts';
import { box, oval } from '../paths.ts';
import { brass, cream, ink } from '../pen.ts';
import type { Silhouette } from '../silhouette.ts';

const folds = (d: string, colour: string) =>
  `<path d="${d}" fill="none" stroke="${darken(colour, 0.5)}" stroke-opacity=".18" stroke-width="12" stroke-linecap="round"/>`;

const rib = (d: string, width: number, colour: string) =>
  `<path d="${d}" fill="none" stroke="${darken(colour, 0.4)}" stroke-opacity=".35" stroke-width="${width}" stroke-dasharray="5 9"/>`;

const body =
  'M-112,-250C-190,-232 -250,-190 -290,-70L-206,-30L-186,-80C-176,40 -180,160 -186,268C-70,284 70,284 186,268C180,160 176,40 186,-80L206,-30L290,-70C250,-190 190,-232 112,-250C80,-206 -80,-206 -112,-250Z';
const longBody =
  'M-112,-250C-190,-236 -226,-190 -250,-90L-300,190L-216,214L-180,20C-176,110 -180,180 -184,262C-70,278 70,278 184,262C180,180 176,110 180,20L216,214L300,190L250,-90C226,-190 190,-236 112,-250C80,-206 -80,-206 -112,-250Z';

/** What people wear. */
export const wear: Readonly<Record<string, Silhouette>> = {
  tshirt: {
    stance: 'flat',
    size: [600, 560],
    focus: [0, -40],
    draw: (pen) =>
      pen.shape(body, { shade: 'soft' }) +
      folds(
        'M-186,-80C-170,-40 -160,60 -168,130M186,-80C170,-40 160,60 168,130M-90,260C-80,180 -96,120 -84,70M70,262C84,200 66,150 80,90',
        pen.base,
      ) +
      `<path d="M-112,-250C-80,-206 80,-206 112,-250C84,-262 -84,-262 -112,-250Z" fill="${pen.deep}"/>` +
      pen.line('M-114,-250C-80,-198 80,-198 114,-250', 16, lighten(pen.base, 0.1)) +
      pen.shape(box(48, -120, [92, 102, 8]), { fill: darken(pen.base, 0.07), shade: 'none' }) +
      pen.line('M48,-102H140', 4, pen.deep),
  },
  hoodie: {
    stance: 'flat',
    size: [620, 600],
    focus: [0, 90],
    draw: (pen) =>
      pen.shape(longBody, { shade: 'soft' }) +
      folds('M-180,20C-166,60 -164,110 -170,150M180,20C166,60 164,110 170,150', pen.base) +
      pen.shape(
        'M-128,-236C-150,-330 -60,-348 0,-348C60,-348 150,-330 128,-236C80,-150 -80,-150 -128,-236Z',
        { fill: darken(pen.base, 0.1), shade: 'ball' },
      ) +
      `<path d="M-84,-240C-90,-296 -40,-308 0,-308C40,-308 90,-296 84,-240C50,-190 -50,-190 -84,-240Z" fill="${darken(pen.base, 0.55)}"/>` +
      pen.line('M-34,-200V-100M34,-200V-112', 7, cream) +
      pen.shape('M-116,60H116L140,190H-140Z', { fill: darken(pen.base, 0.1), shade: 'flat' }) +
      pen.line('M-116,60L-140,190M116,60L140,190', 5, pen.deep) +
      rib('M-184,250C-70,266 70,266 184,250', 34, pen.base),
  },
  sweater: {
    stance: 'flat',
    size: [620, 560],
    focus: [0, 20],
    draw: (pen) =>
      pen.shape(longBody, { shade: 'soft' }) +
      folds(
        'M-180,20C-166,60 -164,110 -170,150M180,20C166,60 164,110 170,150M-60,250C-50,190 -66,140 -54,100',
        pen.base,
      ) +
      `<path d="M-112,-250C-80,-206 80,-206 112,-250C84,-264 -84,-264 -112,-250Z" fill="${pen.deep}"/>` +
      pen.line('M-114,-252C-80,-196 80,-196 114,-252', 26, darken(pen.base, 0.08)) +
      rib('M-114,-252C-80,-196 80,-196 114,-252', 24, pen.base) +
      rib('M-186,246C-70,262 70,262 186,246', 36, pen.base) +
      rib('M-298,176L-216,200M298,176L216,200', 30, pen.base),
  },
  socks: {
    stance: 'flat',
    size: [520, 580],
    focus: [-100, -60],
    draw: (pen) =>
      [
        [-70, -8],
        [90, 10],
      ]
        .map(
          ([x, turn]) =>
            `<g transform="translate(${x} 0) rotate(${turn})">${pen.shape('M-72,-270H64C60,-120 56,-20 60,60C66,130 150,150 190,196C214,240 186,276 140,276C60,276 -30,240 -66,170C-86,120 -66,20 -72,-270Z', { shade: 'soft' })}${pen.shape('M190,196C214,240 186,276 140,276C120,276 100,274 82,270C110,246 140,206 150,168Q176,180 190,196Z', { fill: pen.second, shade: 'soft' })}${pen.shape('M-66,170C-78,140 -74,100 -72,60C-20,70 10,110 -2,224Q-44,204 -66,170Z', { fill: pen.second, shade: 'soft' })}${pen.shape(box(-78, -284, [148, 62, 12]), { fill: darken(pen.base, 0.12), shade: 'soft' })}${rib('M-74,-254H66', 52, pen.base)}</g>`,
        )
        .join(''),
  },
  beanie: {
    stance: 'stand',
    size: [460, 460],
    focus: [0, -260],
    draw: (pen) =>
      pen.shape('M-200,-150C-210,-330 -110,-430 0,-430C110,-430 210,-330 200,-150Z', { shade: 'ball' }) +
      `<path d="M-100,-160C-110,-300 -60,-390 0,-428C60,-390 110,-300 100,-160M0,-160V-428" fill="none" stroke="${pen.deep}" stroke-opacity=".35" stroke-width="7"/>` +
      pen.shape(
        'M-222,-180C-80,-196 80,-196 222,-180Q234,-100 220,-14C80,0 -80,0 -220,-14Q-234,-100 -222,-180Z',
        { fill: darken(pen.base, 0.06), motif: false },
      ) +
      rib('M-224,-96C-80,-108 80,-108 224,-96', 150, pen.base) +
      pen.shape(box(90, -86, [74, 44, 4]), { fill: '#8a5a38', shade: 'flat' }),
  },
  scarf: {
    stance: 'flat',
    size: [480, 600],
    focus: [70, 120],
    draw: (pen) =>
      pen.shape('M-130,-40L-40,-60L-20,270H-150Z', {
        fill: darken(pen.base, 0.16),
        motif: true,
        shade: 'soft',
      }) +
      pen.shape('M0,-60L110,-40L150,280H10Z', { shade: 'soft' }) +
      pen.shape(
        'M-190,-190C-190,-310 190,-310 190,-190C190,-60 80,-20 0,-20C-80,-20 -190,-60 -190,-190ZM-104,-186C-70,-110 70,-110 104,-186C80,-236 -80,-236 -104,-186Z',
        { shade: 'soft' },
      ) +
      folds('M-160,-160C-100,-70 60,-60 150,-140M-150,-220C-80,-280 80,-280 150,-220', pen.base) +
      Array.from({ length: 9 }, (_, index) => pen.line(`M${18 + index * 16},282l2,36`, 6, pen.light)).join(
        '',
      ) +
      Array.from({ length: 8 }, (_, index) =>
        pen.line(`M${-144 + index * 16},272l-2,34`, 6, darken(pen.base, 0.1)),
      ).join(''),
  },
  cap: {
    stance: 'stand',
    size: [560, 350],
    focus: [-40, -210],
    draw: (pen) =>
      pen.shape(
        'M-220,-70C-240,-240 -140,-330 -10,-330C120,-330 200,-240 190,-80C60,-40 -100,-40 -220,-70Z',
        { shade: 'ball' },
      ) +
      `<path d="M-10,-330C-60,-260 -80,-160 -76,-52M-10,-330C70,-270 96,-160 90,-56" fill="none" stroke="${pen.deep}" stroke-opacity=".4" stroke-width="5" stroke-dasharray="12 6"/>` +
      pen.shape('M30,-66C90,-96 150,-100 192,-92C250,-80 300,-40 292,-16C220,-36 110,-30 20,-40Z', {
        fill: darken(pen.base, 0.12),
        shade: 'soft',
      }) +
      pen.shape('M-224,-84C-100,-50 60,-50 192,-94L190,-60C80,-26 -100,-28 -218,-56Z', {
        fill: darken(pen.base, 0.2),
        shade: 'none',
      }) +
      pen.shape(oval(-10, -332, [16, 11]), { fill: pen.deep, shade: 'ball' }) +
      `<circle cx="-130" cy="-220" r="7" fill="${ink}" opacity=".5"/><circle cx="130" cy="-220" r="7" fill="${brass}" opacity=".8"/>`,
  },
};
