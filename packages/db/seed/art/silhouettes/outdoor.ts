import { darken, lighten } from '../colour.ts';
import { box, oval } from '../paths.ts';
import { brass, cream, darkWood, ink, steel, wood } from '../pen.ts';
import type { Silhouette } from '../silhouette.ts';

/** What goes along. */
export const outdoorware: Readonly<Record<string, Silhouette>> = {
  tent: {
    stance: 'stand',
    size: [640, 400],
    focus: [-170, -110],
    draw: (pen) =>
      pen.line('M-300,-6L-340,6M300,-6L340,6', 8, darkWood) +
      pen.shape('M-40,-372C60,-340 240,-130 310,-4H-60Z', {
        fill: darken(pen.base, 0.22),
        shade: 'soft',
        motif: true,
      }) +
      pen.shape('M-40,-372C-130,-250 -240,-110 -306,-4H130C90,-140 30,-280 -40,-372Z', { shade: 'soft' }) +
      pen.shape('M-44,-300C-80,-200 -140,-90 -176,-4H52C30,-110 -4,-220 -44,-300Z', {
        fill: '#3b3a3d',
        shade: 'flat',
      }) +
      pen.shape('M-44,-300C-80,-200 -140,-90 -176,-4H-104C-96,-110 -70,-220 -44,-300Z', {
        fill: lighten(pen.base, 0.25),
        shade: 'soft',
      }) +
      pen.line('M-40,-372C-130,-250 -240,-110 -306,-4', 7, cream) +
      pen.line('M-40,-372C30,-280 90,-140 130,-4', 7, cream),
  },
  campchair: {
    stance: 'stand',
    size: [480, 560],
    focus: [0, -330],
    draw: (pen) =>
      pen.tube('M-190,-8L150,-300M190,-8L-150,-300', 22, wood) +
      pen.tube('M-170,-250L-190,-540M170,-250L190,-540', 22, darkWood) +
      pen.shape('M-196,-532C-80,-510 80,-510 196,-532L176,-330C70,-300 -70,-300 -176,-330Z', {
        shade: 'soft',
      }) +
      pen.shape('M-176,-318C-70,-290 70,-290 176,-318L214,-210C90,-170 -90,-170 -214,-210Z', {
        shade: 'soft',
      }) +
      pen.tube('M-214,-330H-150M214,-330H150', 26, wood) +
      pen.tube('M-212,-214L-226,-8M212,-214L226,-8', 22, wood),
  },
  lantern: {
    stance: 'stand',
    size: [320, 560],
    focus: [0, -80],
    draw: (pen) =>
      `<circle cx="0" cy="-250" r="340" fill="url(#glow)"/>` +
      pen.line('M-120,-380C-150,-590 150,-590 120,-380', 12, steel) +
      pen.shape('M-96,-150C-120,-240 -100,-330 -70,-360H70C100,-330 120,-240 96,-150Z', {
        fill: '#fff1c9',
        shade: 'ball',
      }) +
      `<path d="M0,-320C34,-270 34,-220 0,-196C-34,-220 -34,-270 0,-320Z" fill="#ffcf6b"/>` +
      pen.line('M-112,-380V-130M112,-380V-130', 12, pen.deep) +
      pen.shape('M-76,-430H76L110,-366H-110Z') +
      pen.shape(box(-50, -462, [100, 40, 12])) +
      pen.shape(box(-124, -152, [248, 44, 10]), { fill: darken(pen.base, 0.15) }) +
      pen.shape('M-118,-110H118L140,-8H-140Z') +
      pen.shape(oval(0, -58, [24]), { fill: brass, shade: 'ball' }),
  },
  suitcase: {
    stance: 'stand',
    size: [400, 620],
    focus: [0, -220],
    draw: (pen) =>
      pen.line('M-70,-430V-600H70V-430', 16, steel) +
      pen.tube('M-76,-602H76', 24, ink) +
      `<circle cx="-130" cy="-18" r="20" fill="${ink}"/><circle cx="130" cy="-18" r="20" fill="${ink}"/>` +
      pen.shape(box(-186, -450, [372, 424, 46]), { shade: 'soft' }) +
      Array.from(
        { length: 5 },
        (_, index) =>
          `<rect x="${-136 + index * 62}" y="-424" width="24" height="372" rx="12" fill="${index % 2 === 0 ? '#fff' : darken(pen.base, 0.5)}" opacity=".13"/>`,
      ).join('') +
      pen.shape(box(-60, -468, [120, 26, 12]), { fill: ink, shade: 'flat' }) +
      pen.shape(box(152, -280, [34, 60, 6]), { fill: brass, shade: 'metal' }) +
      pen.shape(box(-164, -392, [66, 44, 8]), { fill: cream, shade: 'flat' }),
  },
  packingcube: {
    stance: 'stand',
    size: [520, 470],
    focus: [0, -90],
    draw: (pen) =>
      [
        [-250, -170, 500, 164],
        [-210, -318, 420, 150],
        [-160, -446, 320, 130],
      ]
        .map(
          ([x = 0, y = 0, width = 0, height = 0]) =>
            pen.shape(box(x, y, [width, height, 30]), { shade: 'flat' }) +
            pen.shape(box(x + 40, y + 34, [width - 80, height - 70, 14]), {
              fill: darken(pen.base, 0.32),
              shade: 'flat',
              opacity: 0.7,
            }) +
            pen.line(`M${x + 26},${y + 20}H${x + width - 26}`, 6, pen.light) +
            pen.line(`M${x + width - 50},${y + 20}v26`, 9, brass),
        )
        .join(''),
  },
  umbrella: {
    stance: 'stand',
    size: [600, 600],
    focus: [-60, -430],
    draw: (pen) =>
      `<g transform="rotate(8 0 -300)">` +
      pen.line('M0,-420V-60', 12, ink) +
      pen.tube('M0,-150V-40C0,14 78,14 78,-44', 24, wood) +
      pen.shape(
        'M-290,-306C-280,-500 -120,-580 0,-586C120,-580 280,-500 290,-306C250,-336 196,-336 150,-306C104,-336 46,-336 0,-306C-46,-336 -104,-336 -150,-306C-196,-336 -250,-336 -290,-306Z',
        { shade: 'ball' },
      ) +
      `<path d="M0,-586C-90,-520 -140,-420 -150,-306M0,-586C90,-520 140,-420 150,-306M0,-586V-306" fill="none" stroke="${pen.deep}" stroke-opacity=".4" stroke-width="6"/>` +
      pen.line('M0,-586V-620', 12, ink) +
      '</g>',
  },
  backpack: {
    stance: 'stand',
    size: [440, 580],
    focus: [0, -130],
    draw: (pen) =>
      pen.tube('M-60,-530C-50,-590 50,-590 60,-530', 18, ink) +
      pen.shape(
        'M-186,-300C-230,-280 -236,-80 -200,-50H-150V-300ZM186,-300C230,-280 236,-80 200,-50H150V-300Z',
        { fill: darken(pen.base, 0.25), shade: 'soft' },
      ) +
      pen.shape(
        'M-190,-420C-190,-520 -110,-546 0,-546C110,-546 190,-520 190,-420L200,-50Q200,-8 156,-8H-156Q-200,-8 -200,-50Z',
        { shade: 'soft' },
      ) +
      pen.shape(
        'M-194,-430C-192,-520 -110,-548 0,-548C110,-548 192,-520 194,-430C196,-360 150,-330 0,-330C-150,-330 -196,-360 -194,-430Z',
        { fill: lighten(pen.base, 0.08), shade: 'soft' },
      ) +
      pen.shape(box(-136, -250, [272, 190, 24]), {
        fill: darken(pen.base, 0.1),
        shade: 'flat',
        motif: true,
      }) +
      pen.line('M-116,-226H116', 6, pen.light) +
      [-90, 90]
        .map(
          (x) =>
            pen.shape(box(x - 17, -350, [34, 120, 6]), { fill: '#8a5a38', shade: 'flat' }) +
            pen.shape(box(x - 22, -268, [44, 34, 6]), { fill: brass, shade: 'metal' }),
        )
        .join('') +
      pen.shape(box(-34, -160, [68, 40, 5]), { fill: '#8a5a38', shade: 'flat' }),
  },
  tote: {
    stance: 'stand',
    size: [460, 620],
    focus: [0, -180],
    draw: (pen) =>
      pen.line('M-96,-370C-110,-640 110,-640 96,-370', 24, darken(pen.base, 0.3)) +
      pen.shape('M-204,-396C-70,-384 70,-384 204,-396L220,-24Q220,-8 202,-8H-202Q-220,-8 -220,-24Z', {
        shade: 'soft',
      }) +
      pen.line('M-204,-364C-70,-352 70,-352 204,-364', 4, pen.deep) +
      pen.line('M-96,-250V-390M96,-250V-390', 26, '#9a6a42') +
      pen.line(
        'M-120,-8C-110,-100 -136,-200 -122,-330M130,-8C118,-120 140,-220 126,-330',
        6,
        darken(pen.base, 0.18),
      ) +
      pen.shape(box(-46, -170, [92, 58, 4]), { fill: '#9a6a42', shade: 'flat' }),
  },
  crossbody: {
    stance: 'stand',
    size: [500, 560],
    focus: [0, -130],
    draw: (pen) =>
      pen.line('M-206,-290C-230,-620 230,-620 206,-290', 20, pen.deep) +
      pen.shape(box(-226, -320, [452, 312, 40]), { fill: darken(pen.base, 0.15), shade: 'soft' }) +
      pen.shape('M-230,-330H230V-210C230,-120 130,-90 0,-90C-130,-90 -230,-120 -230,-210Z', {
        shade: 'soft',
      }) +
      `<path d="M-214,-320V-210C-214,-132 -120,-104 0,-104C120,-104 214,-132 214,-210V-320" fill="none" stroke="${pen.light}" stroke-width="4" stroke-dasharray="14 8"/>` +
      pen.shape(oval(0, -116, [22]), { fill: brass, shade: 'ball' }),
  },
  wallet: {
    stance: 'flat',
    size: [540, 400],
    focus: [140, 80],
    draw: (pen) =>
      pen.shape(box(-200, -212, [330, 120, 14]), { fill: '#e9dfcb', shade: 'flat' }) +
      pen.shape(box(-170, -190, [330, 120, 14]), { fill: '#5e92b0', shade: 'flat' }) +
      pen.shape(box(-260, -160, [520, 350, 30]), { shade: 'soft' }) +
      `<rect x="-244" y="-144" width="488" height="318" rx="20" fill="none" stroke="${pen.light}" stroke-width="4" stroke-dasharray="14 8"/>` +
      pen.line('M0,-158V188', 6, pen.deep) +
      pen.shape(box(96, 96, [110, 44, 6]), { fill: pen.deep, shade: 'none', opacity: 0.5 }),
  },
  pouch: {
    stance: 'stand',
    size: [560, 340],
    focus: [-40, -130],
    draw: (pen) =>
      pen.tube('M230,-262C320,-250 310,-120 262,-110', 12, '#8a5a38') +
      pen.shape(
        'M-240,-280H240C262,-190 276,-100 262,-30Q256,-8 220,-8H-220Q-256,-8 -262,-30C-276,-100 -262,-190 -240,-280Z',
        { shade: 'soft' },
      ) +
      pen.shape(box(-250, -304, [500, 36, 14]), { fill: darken(pen.base, 0.3), shade: 'flat' }) +
      pen.line('M-230,-286H230', 7, brass) +
      pen.line('M-210,-286L-236,-220', 14, '#8a5a38') +
      pen.shape(box(120, -120, [84, 52, 4]), { fill: '#8a5a38', shade: 'flat' }),
  },
};
