import { darken, lighten } from '../colour.ts';
import { box, lathe, oval, polygon } from '../paths.ts';
import { brass, cream, darkWood, ink, steel, wood } from '../pen.ts';
import type { Silhouette } from '../silhouette.ts';

/** What stands on a stove or hangs beside it. */
export const cookware: Readonly<Record<string, Silhouette>> = {
  frypan: {
    stance: 'flat',
    size: [420, 640],
    focus: [40, -120],
    draw: (pen) =>
      pen.shape('M-26,70L-20,280Q0,306 20,280L26,70Z', { fill: darkWood }) +
      `<circle cx="0" cy="268" r="8" fill="${cream}"/>` +
      pen.shape(polygon([-34, 60], [34, 60], [27, 110], [-27, 110]), {
        fill: darken(pen.base, 0.2),
        shade: 'metal',
      }) +
      pen.shape(oval(0, -110, [204]), { shade: 'soft' }) +
      pen.shape(oval(0, -110, [170]), { fill: darken(pen.base, 0.36), shade: 'soft', motif: false }) +
      `<circle cx="0" cy="-110" r="170" fill="none" stroke="#fff" stroke-opacity=".22" stroke-width="5"/><path d="M-130,-190A150,150 0 0 1 10,-258" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="12" stroke-linecap="round"/>`,
  },
  casserole: {
    stance: 'stand',
    size: [580, 390],
    focus: [0, -130],
    draw: (pen) =>
      pen.tube('M-220,-212H-272Q-284,-176 -262,-162H-222M220,-212H272Q284,-176 262,-162H222', 26, pen.deep) +
      pen.shape(
        lathe(
          [226, -248],
          [
            [226, -60],
            [226, -24, 200, -8, 168, -6],
          ],
          18,
        ),
      ) +
      pen.shape(lathe([70, -318], [[190, -310, 230, -276, 236, -252]], 30), {
        fill: lighten(pen.base, 0.06),
      }) +
      pen.shape(box(-238, -258, [476, 18, 9]), { fill: darken(pen.base, 0.2) }) +
      pen.shape(box(-14, -346, [28, 34, 6]), { fill: brass, shade: 'metal' }) +
      pen.shape(oval(0, -356, [40, 20]), { fill: brass, shade: 'ball' }),
  },
  saucepan: {
    stance: 'stand',
    size: [620, 320],
    focus: [-90, -110],
    draw: (pen) =>
      `<g transform="translate(-90 0)">` +
      pen.shape('M150,-214L400,-238Q424,-228 404,-206L152,-176Z', { fill: darkWood, shade: 'flat' }) +
      pen.shape(
        lathe(
          [166, -232],
          [
            [166, -40],
            [166, -14, 150, -6, 130, -6],
          ],
          16,
        ),
        { shade: 'metal' },
      ) +
      pen.shape(lathe([60, -276], [[140, -270, 168, -250, 172, -236]], 24), {
        fill: lighten(pen.base, 0.16),
        shade: 'metal',
      }) +
      pen.shape(box(-174, -242, [348, 14, 7]), { fill: darken(pen.base, 0.25), shade: 'metal' }) +
      pen.shape(oval(0, -292, [30, 17]), { fill: darkWood, shade: 'ball' }) +
      '</g>',
  },
  knife: {
    stance: 'flat',
    size: [250, 640],
    focus: [10, 180],
    draw: (pen) =>
      `<g transform="rotate(14)">` +
      pen.shape('M-44,60C-52,-90 -40,-230 30,-310C44,-200 44,-60 40,60Z', {
        fill: '#cfd5d8',
        shade: 'metal',
      }) +
      `<path d="M-44,60C-52,-90 -40,-230 30,-310C-16,-220 -26,-90 -22,60Z" fill="#fff" opacity=".45"/>` +
      pen.shape(box(-38, 56, [80, 30, 6]), { fill: brass, shade: 'metal' }) +
      pen.shape('M-32,84H38C46,160 52,240 34,300Q0,318 -26,300C-38,230 -36,150 -32,84Z') +
      `<circle cx="4" cy="140" r="8" fill="${brass}"/><circle cx="6" cy="205" r="8" fill="${brass}"/><circle cx="6" cy="268" r="8" fill="${brass}"/></g>`,
  },
  board: {
    stance: 'flat',
    size: [400, 640],
    focus: [30, 60],
    draw: (pen) =>
      pen.shape(
        'M-60,-210C-60,-250 -44,-262 -44,-286A44,44 0 0 1 44,-286C44,-262 60,-250 60,-210H150Q190,-210 190,-170V270Q190,310 150,310H-150Q-190,310 -190,270V-170Q-190,-210 -150,-210Z',
        { shade: 'soft' },
      ) +
      `<circle cx="0" cy="-284" r="20" fill="${darken(pen.base, 0.6)}"/><path d="M-120,-204C-100,0 -140,120 -110,306M-20,-206C-6,-20 -40,140 -14,308M90,-206C70,-40 110,120 84,306" fill="none" stroke="${darken(pen.base, 0.4)}" stroke-opacity=".3" stroke-width="5"/>` +
      pen.line('M-150,-168H150V270H-150Z', 8, darken(pen.base, 0.28)),
  },
  utensils: {
    stance: 'flat',
    size: [420, 620],
    focus: [0, -190],
    draw: (pen) =>
      `<g transform="rotate(-14 0 300)">${pen.tube('M0,-120V290', 26)}${pen.shape(oval(0, -200, [62, 92]), { shade: 'ball' })}<ellipse cx="0" cy="-204" rx="40" ry="66" fill="${pen.deep}" opacity=".35"/></g>` +
      `<g transform="rotate(14 0 300)">${pen.tube('M0,-120V290', 26)}${pen.shape('M-54,-290Q0,-310 54,-290L44,-110Q0,-80 -44,-110Z', { shade: 'soft' })}${pen.line('M-18,-270V-150M18,-270V-150', 10, pen.deep)}</g>` +
      pen.tube('M0,-110V296', 26) +
      pen.shape('M-58,-300H58L34,-120Q0,-90 -34,-120Z', { shade: 'soft' }) +
      pen.line('M-46,200H46', 18, cream),
  },
  mill: {
    stance: 'stand',
    size: [230, 560],
    focus: [0, -200],
    draw: (pen) =>
      pen.shape(
        lathe(
          [64, -380],
          [
            [40, -330, 36, -280, 52, -230],
            [72, -180, 96, -110, 100, -12],
          ],
          16,
        ),
      ) +
      pen.shape(box(-70, -396, [140, 18, 8]), { fill: steel, shade: 'metal' }) +
      pen.shape(lathe([36, -490], [[84, -476, 92, -420, 66, -396]], 8)) +
      pen.shape(box(-12, -520, [24, 34, 4]), { fill: brass, shade: 'metal' }) +
      pen.shape(oval(0, -530, [24]), { fill: brass, shade: 'ball' }) +
      pen.shape(box(-104, -30, [208, 22, 10]), { fill: darken(pen.base, 0.25) }),
  },
  kettle: {
    stance: 'stand',
    size: [560, 480],
    focus: [20, -130],
    draw: (pen) =>
      pen.tube('M-140,-90C-230,-110 -196,-270 -266,-300', 30) +
      pen.tube('M-110,-286C-140,-470 140,-470 110,-286', 22, pen.deep) +
      pen.tube('M-70,-418H70', 34, darkWood) +
      pen.shape(
        lathe(
          [92, -296],
          [
            [180, -270, 206, -140, 200, -60],
            [196, -24, 180, -8, 160, -6],
          ],
          18,
        ),
      ) +
      pen.shape(lathe([40, -322], [[80, -318, 94, -306, 96, -294]], 16), { fill: lighten(pen.base, 0.1) }) +
      pen.shape(oval(0, -334, [24, 20]), { fill: darkWood, shade: 'ball' }),
  },
  dripper: {
    stance: 'stand',
    size: [340, 540],
    focus: [0, -440],
    draw: (pen) =>
      `<path d="M-106,-130C-116,-80 -112,-40 -92,-14A92,16 0 0 0 92,-14C112,-40 116,-80 106,-130A106,16 0 0 1 -106,-130Z" fill="#5b3523" opacity=".9"/><ellipse cx="0" cy="-130" rx="106" ry="16" fill="#7b4b30"/>` +
      pen.glass(
        lathe(
          [58, -270],
          [
            [62, -220, 118, -190, 116, -100],
            [114, -50, 106, -20, 92, -8],
          ],
          16,
        ),
        '#d7e5e4',
      ) +
      pen.tube('M112,-196C186,-196 180,-80 108,-72', 18, '#c9d8d8') +
      pen.shape(box(-72, -296, [144, 34, 14]), { fill: wood }) +
      pen.shape(lathe([150, -470], [[140, -420, 70, -330, 48, -292]], 10)) +
      pen.tube('M140,-448C216,-452 206,-350 96,-356', 20) +
      pen.shape('M-140,-474L-112,-528H112L140,-474A140,24 0 0 1 -140,-474Z', { fill: cream, shade: 'flat' }) +
      pen.rim([0, -470], [150, 28], '#4b2c1d'),
  },
  flask: {
    stance: 'stand',
    size: [220, 600],
    focus: [0, -200],
    draw: (pen) =>
      pen.shape(box(-100, -430, [200, 424, 26])) +
      pen.shape(box(-100, -40, [200, 34, 14]), { fill: steel, shade: 'metal' }) +
      pen.shape(box(-92, -456, [184, 34, 8]), { fill: steel, shade: 'metal' }) +
      pen.shape(lathe([74, -590], [[88, -586, 92, -560, 92, -450]], 6), { fill: steel, shade: 'metal' }) +
      pen.tube('M96,-380C156,-372 156,-180 98,-170', 18, ink),
  },
  bottle: {
    stance: 'stand',
    size: [220, 610],
    focus: [0, -200],
    draw: (pen) =>
      pen.tube('M-52,-560C-70,-628 70,-628 52,-560', 16, ink) +
      pen.shape(box(-56, -570, [112, 82, 16]), { fill: ink }) +
      pen.shape(
        lathe(
          [58, -486],
          [
            [60, -440, 104, -430, 104, -360],
            [104, -40],
            [104, -16, 92, -6, 80, -6],
          ],
          12,
        ),
      ) +
      pen.shape(box(-62, -498, [124, 20, 8]), { fill: steel, shade: 'metal' }) +
      `<rect x="-34" y="-250" width="68" height="92" rx="8" fill="#fff" opacity=".22"/>`,
  },
};
