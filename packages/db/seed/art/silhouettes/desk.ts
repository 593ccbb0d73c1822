import { darken, lighten } from '../colour.ts';
import { box, lathe, oval, polygon } from '../paths.ts';
import { brass, cream, ink, paper, steel, wood } from '../pen.ts';
import type { Silhouette } from '../silhouette.ts';

/** What lies on a desk, lights it or sounds beside it. */
export const deskware: Readonly<Record<string, Silhouette>> = {
  notebook: {
    stance: 'flat',
    size: [460, 600],
    focus: [-60, 60],
    draw: (pen) =>
      pen.shape(box(-206, -282, [432, 580, 16]), { fill: paper, shade: 'soft' }) +
      pen.line('M-190,292H214M220,-270V284', 4, '#d9cdb8') +
      pen.shape(box(-220, -292, [432, 580, 16]), { shade: 'soft' }) +
      `<path d="M-164,-292V288" stroke="${pen.deep}" stroke-opacity=".45" stroke-width="10"/>` +
      pen.shape(box(-92, -190, [230, 104, 6]), { fill: paper, shade: 'flat' }) +
      pen.line('M-60,-150H100M-60,-124H60', 6, '#a79a87') +
      pen.shape(box(150, -292, [18, 580]), { fill: pen.second, shade: 'flat' }) +
      pen.line('M20,288V330', 12, '#c8553d'),
  },
  pen: {
    stance: 'flat',
    size: [220, 640],
    focus: [10, -120],
    draw: (pen) =>
      `<g transform="rotate(24)">` +
      pen.shape(box(-28, -300, [56, 250, 20])) +
      pen.shape(box(-10, -286, [18, 150, 9]), { fill: brass, shade: 'metal' }) +
      pen.shape(box(-30, -62, [60, 16, 4]), { fill: brass, shade: 'metal' }) +
      pen.shape('M-26,-46H26V150L18,196H-18L-26,150Z') +
      pen.shape(polygon([-18, 196], [18, 196], [8, 268], [0, 304], [-8, 268]), {
        fill: steel,
        shade: 'metal',
      }) +
      pen.line('M0,236V296', 3, ink) +
      '</g>',
  },
  pencils: {
    stance: 'flat',
    size: [440, 600],
    focus: [0, 40],
    draw: (pen) => {
      const hues = [
        pen.base,
        lighten(pen.base, 0.35),
        pen.second,
        darken(pen.base, 0.3),
        lighten(pen.second, 0.3),
        pen.base,
      ];
      return hues
        .map((hue, index) => {
          const x = -165 + index * 66;
          const y = -290 + (index % 3) * 26;
          return (
            pen.shape(polygon([x - 24, y + 70], [x + 24, y + 70], [x, y]), {
              fill: '#e3c79c',
              shade: 'round',
            }) +
            pen.shape(polygon([x - 8, y + 24], [x + 8, y + 24], [x, y]), { fill: ink, shade: 'none' }) +
            pen.shape(box(x - 24, y + 68, [48, 460, 6]), hue === pen.base ? {} : { fill: hue }) +
            pen.shape(box(x - 24, y + 500, [48, 28, 6]), { fill: cream, shade: 'round' })
          );
        })
        .join('');
    },
  },
  tray: {
    stance: 'flat',
    size: [600, 460],
    focus: [130, 90],
    draw: (pen) =>
      pen.shape(box(-290, -210, [580, 420, 46]), { shade: 'soft' }) +
      pen.shape(box(-256, -176, [512, 352, 28]), {
        fill: darken(pen.base, 0.24),
        shade: 'flat',
        motif: false,
      }) +
      `<g transform="translate(-110 0) rotate(-18)">${pen.tube('M0,-110V120', 20, '#34353b')}${pen.line('M0,-60V-104', 8, brass)}</g>` +
      `<g transform="translate(90 -30)"><circle r="46" fill="none" stroke="${brass}" stroke-width="14"/><path d="M34,34L110,110M84,84L106,62M104,104L124,84" stroke="${steel}" stroke-width="16" stroke-linecap="round"/></g>` +
      `<circle cx="10" cy="104" r="34" fill="${brass}"/><circle cx="10" cy="104" r="25" fill="none" stroke="#8f6f2c" stroke-width="4"/>`,
  },
  tablelamp: {
    stance: 'stand',
    size: [420, 600],
    focus: [0, -160],
    draw: (pen) =>
      `<circle cx="0" cy="-430" r="420" fill="url(#glow)"/>` +
      pen.tube('M0,-300V-350', 16, brass) +
      pen.shape(
        lathe(
          [30, -310],
          [
            [60, -290, 118, -220, 118, -140],
            [118, -70, 90, -24, 72, -8],
          ],
          14,
        ),
      ) +
      pen.shape(polygon([-112, -586], [112, -586], [192, -346], [-192, -346]), {
        fill: '#f6e7c9',
        shade: 'round',
      }) +
      `<path d="M-112,-586H112L192,-346H-192Z" fill="#ffd98a" opacity=".35"/><path d="M-192,-346H192M-112,-586H112" stroke="#d9c49a" stroke-width="7"/>`,
  },
  desklamp: {
    stance: 'stand',
    size: [520, 600],
    focus: [120, -420],
    draw: (pen) =>
      `<path d="M96,-392L290,-40H20Z" fill="#ffe2a6" opacity=".35"/>` +
      pen.tube('M-120,-30L-190,-320', 18) +
      pen.tube('M-190,-320L70,-530', 18) +
      pen.shape(oval(-190, -320, [26]), { fill: brass, shade: 'ball' }) +
      pen.shape(oval(-124, -34, [22]), { fill: brass, shade: 'ball' }) +
      `<g transform="translate(80 -520) rotate(38)">${pen.shape(lathe([34, -50], [[50, -46, 108, 40, 116, 92]], 24))}<ellipse cx="0" cy="94" rx="114" ry="22" fill="#fff0c4"/>${pen.shape(box(-18, -84, [36, 40, 8]), { fill: brass, shade: 'metal' })}</g>` +
      pen.shape('M-236,-28A112,22 0 0 1 -12,-28V-16A112,22 0 0 1 -236,-16Z', {}),
  },
  pendant: {
    stance: 'hang',
    size: [520, 620],
    focus: [60, 160],
    draw: (pen) =>
      pen.line('M0,-480V20', 8, ink) +
      `<path d="M-236,236L-320,620H320L236,236Z" fill="#ffe2a6" opacity=".22"/><ellipse cx="0" cy="236" rx="238" ry="40" fill="#fff3cf"/><circle cx="0" cy="226" r="46" fill="#fffaf0"/>` +
      pen.shape('M-246,230C-240,80 -120,20 0,16C120,20 240,80 246,230A246,38 0 0 0 -246,230Z', {
        shade: 'ball',
      }) +
      pen.shape(box(-30, -34, [60, 60, 12]), { fill: brass, shade: 'metal' }),
  },
  speaker: {
    stance: 'stand',
    size: [420, 520],
    focus: [60, -180],
    draw: (pen) =>
      pen.shape(box(-190, -500, [380, 490, 46]), { shade: 'soft' }) +
      pen.shape(box(-152, -372, [304, 326, 30]), { fill: darken(pen.base, 0.42), shade: 'flat' }) +
      Array.from(
        { length: 12 },
        (_, row) =>
          `<path d="M-138,${-352 + row * 26}H138" stroke="#fff" stroke-opacity=".13" stroke-width="7" stroke-dasharray="7 9" stroke-dashoffset="${(row % 2) * 8}"/>`,
      ).join('') +
      pen.shape(oval(-92, -432, [36]), { fill: brass, shade: 'ball' }) +
      pen.line('M-92,-452V-436', 6, ink) +
      `<circle cx="100" cy="-432" r="9" fill="#f1d88c"/><path d="M-8,-432H62" stroke="${pen.deep}" stroke-width="8" stroke-linecap="round"/>` +
      pen.shape(box(-150, -12, [60, 14, 6]), { fill: ink, shade: 'none' }) +
      pen.shape(box(90, -12, [60, 14, 6]), { fill: ink, shade: 'none' }),
  },
  headphones: {
    stance: 'flat',
    size: [520, 560],
    focus: [190, 130],
    draw: (pen) =>
      pen.tube('M-196,110C-230,-340 230,-340 196,110', 44) +
      pen.line('M-158,20C-170,-270 170,-270 158,20', 26, cream) +
      [-1, 1]
        .map(
          (side) =>
            pen.shape(box(side * 196 - 74, 30, [148, 220, 66]), { shade: 'ball' }) +
            pen.shape(box(side * 142 - 40, 46, [80, 188, 38]), { fill: ink, shade: 'round' }) +
            pen.shape(oval(side * 222, 140, [30, 44]), { fill: darken(pen.base, 0.2), shade: 'ball' }),
        )
        .join(''),
  },
  radio: {
    stance: 'stand',
    size: [580, 400],
    focus: [-110, -150],
    draw: (pen) =>
      pen.tube('M180,-320L262,-440', 9, steel) +
      pen.tube('M-150,-330C-150,-394 150,-394 150,-330', 20, '#b78151') +
      pen.shape(box(-276, -330, [552, 314, 40]), { shade: 'soft' }) +
      pen.shape(oval(-126, -172, [118]), { fill: darken(pen.base, 0.45), shade: 'flat' }) +
      [30, 56, 82, 106]
        .map(
          (radius) =>
            `<circle cx="-126" cy="-172" r="${radius}" fill="none" stroke="#fff" stroke-opacity=".16" stroke-width="6"/>`,
        )
        .join('') +
      pen.shape(box(32, -286, [204, 96, 12]), { fill: '#f7e8c2', shade: 'flat' }) +
      pen.line(
        'M56,-216H212M76,-244V-228M106,-250V-228M136,-244V-228M166,-250V-228M196,-244V-228',
        4,
        '#8d7a58',
      ) +
      pen.line('M146,-270V-204', 6, '#c8553d') +
      pen.shape(oval(78, -102, [44]), { fill: brass, shade: 'ball' }) +
      pen.shape(oval(192, -102, [44]), { fill: brass, shade: 'ball' }) +
      pen.shape(box(-216, -20, [70, 18, 6]), { fill: wood, shade: 'flat' }) +
      pen.shape(box(146, -20, [70, 18, 6]), { fill: wood, shade: 'flat' }),
  },
};
