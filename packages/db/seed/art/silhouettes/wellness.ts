import { darken, lighten } from '../colour.ts';
import { box, lathe, oval } from '../paths.ts';
import { darkWood, leafGreen, paper, wood } from '../pen.ts';
import type { Silhouette } from '../silhouette.ts';

/** What is good for backs, legs and evenings. */
export const wellnessware: Readonly<Record<string, Silhouette>> = {
  yogamat: {
    stance: 'stand',
    size: [600, 300],
    focus: [60, -130],
    draw: (pen) =>
      pen.shape('M-150,-8L290,-8Q304,-40 296,-56L-100,-90Z', {
        fill: lighten(pen.base, 0.1),
        shade: 'flat',
        motif: true,
      }) +
      pen.shape('M-170,-240H170C214,-240 238,-186 238,-124C238,-62 214,-8 170,-8H-170Z', {}) +
      `<path d="M-60,-240V-8M96,-240V-8" stroke="${darken(pen.base, 0.45)}" stroke-width="22" opacity=".8"/>` +
      pen.shape(oval(-170, -124, [68, 116]), { fill: darken(pen.base, 0.12), shade: 'none' }) +
      [56, 42, 28, 14]
        .map(
          (radius) =>
            `<ellipse cx="-170" cy="-124" rx="${radius}" ry="${radius * 1.7}" fill="none" stroke="${lighten(pen.base, 0.25)}" stroke-width="6"/>`,
        )
        .join(''),
  },
  roller: {
    stance: 'stand',
    size: [560, 300],
    focus: [60, -140],
    draw: (pen) =>
      pen.shape('M-160,-264H170C222,-264 248,-204 248,-136C248,-68 222,-8 170,-8H-160Z', {}) +
      pen.shape(oval(-160, -136, [84, 128]), { fill: lighten(pen.base, 0.1), shade: 'soft' }) +
      pen.shape(oval(-160, -136, [48, 76]), { fill: darken(pen.base, 0.5), shade: 'soft' }) +
      `<ellipse cx="-160" cy="-136" rx="48" ry="76" fill="none" stroke="${pen.deep}" stroke-width="5"/>`,
  },
  towel: {
    stance: 'stand',
    size: [500, 400],
    focus: [-40, -150],
    draw: (pen) =>
      [0, 1, 2]
        .map((layer) => {
          const y = -124 - layer * 118;
          const fill = [undefined, lighten(pen.base, 0.28), undefined][layer];
          return (
            pen.shape(
              `M-230,${y + 6}Q-250,${y + 60} -228,${y + 118}H200Q256,${y + 112} 250,${y + 60}Q252,${y + 4} 200,${y}Z`,
              fill === undefined ? { shade: 'flat' } : { fill, shade: 'flat', motif: false },
            ) +
            `<path d="M206,${y + 10}Q238,${y + 60} 206,${y + 108}M-224,${y + 62}H200" fill="none" stroke="${pen.deep}" stroke-opacity=".32" stroke-width="6"/>`
          );
        })
        .join('') +
      `<g transform="translate(-60 -352) rotate(12)"><path d="M0,0C-10,-60 20,-110 70,-140" fill="none" stroke="${darken(leafGreen, 0.3)}" stroke-width="6"/>${[0, 1, 2, 3].map((index) => `<ellipse cx="${8 + index * 18}" cy="${-40 - index * 30}" rx="26" ry="10" fill="${leafGreen}" transform="rotate(${index % 2 === 0 ? -20 : 60} ${8 + index * 18} ${-40 - index * 30})"/>`).join('')}</g>`,
  },
  soap: {
    stance: 'stand',
    size: [520, 300],
    focus: [-30, -190],
    draw: (pen) =>
      pen.shape(box(-250, -74, [500, 40, 12]), { fill: wood, shade: 'flat' }) +
      [-170, 0, 170]
        .map((x) => pen.shape(box(x - 30, -38, [60, 32, 6]), { fill: darkWood, shade: 'flat' }))
        .join('') +
      pen.shape(
        'M-200,-110C-206,-190 -190,-226 -140,-230H140C190,-226 206,-190 200,-110Q196,-74 150,-74H-150Q-196,-74 -200,-110Z',
        { shade: 'soft' },
      ) +
      pen.shape(
        'M-140,-230H140C184,-226 196,-204 200,-170C100,-186 -100,-186 -200,-170C-196,-204 -184,-226 -140,-230Z',
        { fill: lighten(pen.base, 0.3), shade: 'none', opacity: 0.7 },
      ) +
      `<rect x="-92" y="-160" width="184" height="58" rx="29" fill="none" stroke="${pen.deep}" stroke-opacity=".5" stroke-width="6"/>` +
      [
        [150, -258, 26],
        [196, -236, 16],
        [112, -252, 13],
      ]
        .map(
          ([x, y, r]) =>
            `<circle cx="${x}" cy="${y}" r="${r}" fill="#fff" opacity=".55" stroke="#fff" stroke-width="3"/>`,
        )
        .join(''),
  },
  jar: {
    stance: 'stand',
    size: [340, 480],
    focus: [0, -150],
    draw: (pen) =>
      `<path d="M-134,-250C-140,-160 -138,-70 -124,-14A124,18 0 0 0 124,-14C138,-70 140,-160 134,-250A134,22 0 0 1 -134,-250Z" fill="${lighten(pen.base, 0.5)}"/>` +
      Array.from(
        { length: 46 },
        (_, index) =>
          `<circle cx="${-112 + ((index * 53) % 226)}" cy="${-226 + ((index * 37) % 206)}" r="${5 + (index % 3) * 2}" fill="#fff" opacity="${0.5 + (index % 4) * 0.12}"/>`,
      ).join('') +
      pen.glass(
        lathe(
          [110, -360],
          [
            [112, -330, 146, -320, 146, -250],
            [146, -60],
            [146, -24, 134, -8, 120, -6],
          ],
          18,
        ),
      ) +
      pen.shape(lathe([96, -450], [[104, -446, 108, -400, 108, -356]], 16), { fill: '#c59a6c' }) +
      pen.shape(oval(0, -450, [96, 18]), { fill: '#d9b88d', shade: 'flat' }) +
      pen.shape(box(-66, -206, [132, 120, 4]), { fill: paper, shade: 'flat' }) +
      pen.line('M-38,-168H38M-38,-144H38M-22,-120H22', 5, '#a08f7c'),
  },
};
