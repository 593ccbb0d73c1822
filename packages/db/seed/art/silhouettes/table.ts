import { darken, lighten } from '../colour.ts';
import { box, lathe, oval } from '../paths.ts';
import { cream, darkWood, wood } from '../pen.ts';
import type { Silhouette } from '../silhouette.ts';

/** What stands on a table. */
export const tableware: Readonly<Record<string, Silhouette>> = {
  mug: {
    stance: 'stand',
    size: [430, 340],
    focus: [0, -170],
    draw: (pen) =>
      pen.tube('M128,-262C250,-280 262,-92 122,-88', 42) +
      pen.shape(lathe([150, -320], [[152, -150, 142, -60, 118, -8]], 22)) +
      pen.rim([0, -320], [150, 36], '#4a2f22'),
  },
  espresso: {
    stance: 'stand',
    size: [460, 260],
    focus: [0, -140],
    draw: (pen) =>
      pen.shape(oval(0, -22, [226, 40]), { shade: 'round' }) +
      pen.shape(oval(0, -32, [188, 30]), { fill: lighten(pen.base, 0.14), shade: 'none' }) +
      pen.shape(oval(0, -34, [104, 16]), { fill: pen.deep, shade: 'none', opacity: 0.5 }) +
      pen.tube('M112,-196C196,-206 196,-112 96,-106', 26) +
      pen.shape(lathe([128, -240], [[130, -140, 108, -66, 66, -38]], 14)) +
      pen.rim([0, -240], [128, 30], '#3f2519') +
      `<ellipse cx="6" cy="-232" rx="88" ry="15" fill="#9a6a3f" opacity=".85"/>`,
  },
  tumbler: {
    stance: 'stand',
    size: [470, 380],
    focus: [-90, -180],
    draw: (pen) =>
      [
        [-118, 1],
        [118, 0.86],
      ]
        .map(
          ([x, scale]) =>
            `<g transform="translate(${x} 0) scale(${scale})">` +
            pen.glass(lathe([112, -360], [[88, -6]], 16)) +
            `<ellipse cx="0" cy="-190" rx="97" ry="17" fill="#fff" opacity=".35"/>` +
            `<path d="M-97,-190L-87,-20A87,15 0 0 0 87,-20L97,-190A97,17 0 0 1 -97,-190Z" fill="${pen.base}" opacity=".35"/>` +
            `<ellipse cx="0" cy="-360" rx="112" ry="20" fill="#fff" opacity=".28" stroke="#fff" stroke-opacity=".8" stroke-width="4"/></g>`,
        )
        .join(''),
  },
  wineglass: {
    stance: 'stand',
    size: [430, 560],
    focus: [-90, -400],
    draw: (pen) =>
      [
        [-104, 1, '#8c3150'],
        [112, 0.9, '#e9cf8f'],
      ]
        .map(
          ([x, scale, wine]) =>
            `<g transform="translate(${x} 0) scale(${scale})"><ellipse cx="0" cy="-10" rx="86" ry="16" fill="${pen.base}" opacity=".5"/><ellipse cx="0" cy="-14" rx="80" ry="12" fill="#fff" opacity=".4"/>` +
            `<path d="M-7,-14L-6,-230H6L7,-14Z" fill="${pen.base}" opacity=".7"/><path d="M-4,-14V-230" stroke="#fff" stroke-width="3" opacity=".8"/>` +
            `<path d="M-101,-380C-96,-290 -50,-236 0,-234C50,-236 96,-290 101,-380A101,15 0 0 1 -101,-380Z" fill="${wine}" opacity=".78"/><ellipse cx="0" cy="-380" rx="101" ry="15" fill="${lighten(String(wine), 0.2)}" opacity=".8"/>` +
            pen.glass(lathe([88, -545], [[112, -440, 116, -240, 6, -228]], 2)) +
            `<ellipse cx="0" cy="-545" rx="88" ry="14" fill="#fff" opacity=".22" stroke="#fff" stroke-opacity=".8" stroke-width="3"/></g>`,
        )
        .join(''),
  },
  carafe: {
    stance: 'stand',
    size: [300, 560],
    focus: [0, -180],
    draw: (pen) =>
      `<path d="M-128,-210C-132,-120 -122,-60 -96,-16A96,16 0 0 0 96,-16C122,-60 132,-120 128,-210A128,20 0 0 1 -128,-210Z" fill="${pen.base}" opacity=".5"/><ellipse cx="0" cy="-210" rx="128" ry="20" fill="#fff" opacity=".35"/>` +
      pen.glass(
        lathe(
          [66, -500],
          [
            [30, -440, 44, -400, 52, -370],
            [60, -330, 132, -300, 132, -200],
            [132, -100, 118, -40, 96, -8],
          ],
          16,
        ),
      ) +
      `<ellipse cx="0" cy="-500" rx="66" ry="13" fill="#fff" opacity=".35" stroke="#fff" stroke-opacity=".8" stroke-width="4"/>` +
      pen.shape(oval(0, -528, [46]), { fill: '#c59a6c', shade: 'ball' }),
  },
  plate: {
    stance: 'flat',
    size: [560, 560],
    focus: [150, 130],
    draw: (pen) =>
      pen.shape(oval(0, 0, [280]), { shade: 'soft' }) +
      `<circle r="266" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="5"/>` +
      pen.shape(oval(0, 0, [196]), { fill: lighten(pen.base, 0.12), shade: 'soft', motif: false }) +
      `<circle r="196" fill="none" stroke="${darken(pen.base, 0.3)}" stroke-opacity=".3" stroke-width="6"/><path d="M-150,-90A176,176 0 0 1 20,-174" fill="none" stroke="#fff" stroke-opacity=".45" stroke-width="10" stroke-linecap="round"/>`,
  },
  bowl: {
    stance: 'stand',
    size: [480, 280],
    focus: [0, -130],
    draw: (pen) =>
      pen.shape(lathe([96, -34], [[100, -6]], 14), { fill: darken(pen.base, 0.18) }) +
      pen.shape(lathe([236, -250], [[232, -120, 170, -30, 92, -22]], 14)) +
      pen.rim([0, -250], [236, 50], darken(pen.base, 0.16)),
  },
  teatowel: {
    stance: 'hang',
    size: [400, 560],
    focus: [40, 60],
    draw: (pen) =>
      pen.tube('M-240,-262H240', 20, wood) +
      pen.shape(
        'M-150,-270C-60,-276 70,-276 150,-270C146,-90 158,90 150,268C60,276 -70,276 -152,266C-146,90 -158,-90 -150,-270Z',
        { shade: 'soft' },
      ) +
      `<path d="M-60,-270C-50,-80 -72,100 -58,270M58,-270C70,-60 44,90 62,272" fill="none" stroke="${darken(pen.base, 0.5)}" stroke-opacity=".16" stroke-width="14"/>` +
      pen.shape('M-152,212C-60,220 60,222 151,214L150,238C60,246 -60,246 -152,236Z', {
        fill: pen.second,
        shade: 'none',
        opacity: 0.8,
      }),
  },
  apron: {
    stance: 'hang',
    size: [420, 580],
    focus: [0, 110],
    draw: (pen) =>
      pen.line('M-72,-206C-96,-320 96,-320 72,-206', 18, pen.deep) +
      pen.line('M-188,-20C-250,10 -236,120 -262,190M188,-20C250,10 236,120 262,190', 14, pen.deep) +
      pen.shape(
        'M-88,-214H88C92,-120 130,-50 196,-24C206,90 204,190 198,280C70,292 -70,292 -198,280C-204,190 -206,90 -196,-24C-130,-50 -92,-120 -88,-214Z',
        { shade: 'soft' },
      ) +
      pen.shape(box(-110, 40, [220, 130, 10]), { fill: darken(pen.base, 0.12), shade: 'flat' }) +
      pen.line('M-110,64H110M0,64V168', 4, lighten(pen.base, 0.35)) +
      pen.shape(box(-40, -160, [80, 66, 6]), { fill: darken(pen.base, 0.12), shade: 'flat' }) +
      pen.tube('M-14,-176L6,-122', 12, cream),
  },
  teapot: {
    stance: 'stand',
    size: [560, 400],
    focus: [0, -150],
    draw: (pen) =>
      pen.shape(
        'M-150,-190C-230,-180 -250,-250 -274,-290C-262,-306 -246,-306 -236,-298C-216,-262 -196,-250 -140,-250Z',
      ) +
      pen.tube('M150,-262C282,-290 290,-90 140,-92', 32) +
      pen.shape(
        lathe(
          [86, -310],
          [
            [190, -292, 216, -170, 196, -104],
            [180, -46, 130, -14, 96, -8],
          ],
          16,
        ),
      ) +
      pen.shape(oval(0, -312, [92, 20]), { fill: lighten(pen.base, 0.12), shade: 'round' }) +
      pen.shape(lathe([28, -348], [[70, -344, 86, -326, 88, -312]], 16), { motif: false }) +
      pen.shape(oval(0, -366, [30, 26]), { fill: darkWood, shade: 'ball' }),
  },
  pencup: {
    stance: 'stand',
    size: [300, 520],
    focus: [0, -120],
    draw: (pen) =>
      pen.tube('M-60,-240L-84,-470', 20, '#d5a23a') +
      pen.shape('M-95,-468L-73,-472L-90,-506Z', { fill: cream, shade: 'none' }) +
      pen.tube('M-6,-240L-2,-500', 18, '#5e92b0') +
      pen.shape('M-14,-500H10L-2,-534Z', { fill: cream, shade: 'none' }) +
      pen.tube('M50,-240L82,-450', 22, '#34353b') +
      pen.line('M66,-350L80,-446', 6, brassLine) +
      pen.shape(lathe([116, -270], [[112, -8]], 20)) +
      `<path d="M-116,-270A116,24 0 0 1 -96,-284M116,-270A116,24 0 0 1 -116,-270" fill="none" stroke="${lighten(pen.base, 0.35)}" stroke-width="8"/>`,
  },
};

const brassLine = '#c9a450';
