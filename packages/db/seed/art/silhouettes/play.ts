import { darken, lighten } from '../colour.ts';
import { box, oval, polygon } from '../paths.ts';
import { cream, ink, paper, wood } from '../pen.ts';
import type { Silhouette } from '../silhouette.ts';

const piece =
  'M-90,-90H-26C-40,-130 40,-130 26,-90H90V-26C130,-40 130,40 90,26V90H26C40,50 -40,50 -26,90H-90V26C-50,40 -50,-40 -90,-26Z';

/** What is played with. */
export const toys: Readonly<Record<string, Silhouette>> = {
  puzzle: {
    stance: 'flat',
    size: [580, 580],
    focus: [-90, -90],
    draw: (pen) => {
      const hues = [undefined, pen.second, lighten(pen.base, 0.4), darken(pen.base, 0.25)];
      const places = [
        [-92, -92, 0],
        [92, -92, 90],
        [-92, 92, 270],
        [150, 150, 24],
      ] as const;
      return places
        .map(([x, y, turn], index) => {
          const fill = hues[index];
          return `<g transform="translate(${x} ${y}) rotate(${turn}) scale(1.02)">${pen.shape(piece, fill === undefined ? { shade: 'soft' } : { fill, shade: 'soft' })}${pen.line(piece, 4, darken(fill ?? pen.base, 0.28))}</g>`;
        })
        .join('');
    },
  },
  boardgame: {
    stance: 'flat',
    size: [580, 580],
    focus: [60, 40],
    draw: (pen) =>
      pen.shape(box(-280, -280, [560, 560, 26]), { shade: 'soft' }) +
      pen.shape(box(-232, -232, [464, 464, 10]), { fill: paper, shade: 'none' }) +
      Array.from({ length: 18 }, (_, index) => {
        const [column, row] = [index % 3, Math.floor(index / 3)];
        const x = -232 + (column * 2 + (row % 2)) * 77.3;
        return `<rect x="${x.toFixed(1)}" y="${(-232 + row * 77.3).toFixed(1)}" width="77.3" height="77.3" fill="${pen.base}" opacity=".75"/>`;
      }).join('') +
      [
        [-116, -40, '#c8553d'],
        [40, 116, ink],
        [116, -116, '#d5a23a'],
        [-40, 40, cream],
      ]
        .map(
          ([x, y, hue]) =>
            `<ellipse cx="${Number(x) + 8}" cy="${Number(y) + 12}" rx="32" ry="30" opacity=".25"/><circle cx="${x}" cy="${y}" r="31" fill="${hue}"/><circle cx="${x}" cy="${y}" r="31" fill="url(#shade-ball)"/>`,
        )
        .join('') +
      `<g transform="translate(170 176) rotate(18)">${pen.shape(box(-36, -36, [72, 72, 14]), { fill: cream, shade: 'soft' })}<g fill="${ink}"><circle cx="-15" cy="-15" r="7"/><circle cx="15" cy="15" r="7"/><circle r="7"/></g></g>`,
  },
  blocks: {
    stance: 'stand',
    size: [540, 500],
    focus: [-100, -90],
    draw: (pen) =>
      pen.shape(box(-250, -160, [160, 156, 12]), { shade: 'soft' }) +
      pen.shape(box(-84, -160, [160, 156, 12]), { fill: pen.second, shade: 'soft' }) +
      pen.shape('M90,-4V-90A85,85 0 0 1 260,-90V-4H220V-80A45,45 0 0 0 130,-80V-4Z', {
        fill: wood,
        shade: 'soft',
      }) +
      pen.shape(box(-170, -322, [160, 156, 12]), { fill: lighten(pen.base, 0.3), shade: 'soft' }) +
      pen.shape(oval(70, -226, [62]), { fill: '#d5a23a', shade: 'ball' }) +
      pen.shape(polygon([-170, -328], [-10, -328], [-90, -478]), {
        fill: darken(pen.base, 0.15),
        shade: 'soft',
        motif: true,
      }) +
      `<circle cx="-170" cy="-82" r="34" fill="${cream}" opacity=".85"/>` +
      pen.shape(polygon([-4, -134], [40, -46], [-48, -46]), { fill: cream, shade: 'none' }),
  },
  rings: {
    stance: 'stand',
    size: [420, 560],
    focus: [0, -140],
    draw: (pen) => {
      const hues = [
        undefined,
        lighten(pen.base, 0.35),
        pen.second,
        lighten(pen.second, 0.35),
        darken(pen.base, 0.2),
      ];
      return (
        pen.tube('M0,-470V-60', 24, wood) +
        pen.shape('M-170,-50A170,30 0 0 1 170,-50C160,-16 90,-4 0,-4C-90,-4 -160,-16 -170,-50Z', {
          fill: wood,
        }) +
        hues
          .map((fill, index) => {
            const half = 190 - index * 30;
            const y = -130 - index * 78;
            return pen.shape(box(-half, y, [half * 2, 76, 38]), fill === undefined ? {} : { fill });
          })
          .join('') +
        pen.shape(oval(0, -500, [42]), { fill: wood, shade: 'ball' })
      );
    },
  },
  car: {
    stance: 'stand',
    size: [580, 330],
    focus: [40, -150],
    draw: (pen) =>
      pen.shape(
        'M-270,-70C-276,-150 -240,-170 -180,-176C-140,-260 -80,-300 10,-300C110,-300 160,-250 190,-178C250,-172 280,-150 272,-70Q270,-50 240,-50H-244Q-268,-50 -270,-70Z',
        { shade: 'soft' },
      ) +
      pen.shape('M-128,-184C-100,-236 -66,-258 -16,-260V-184ZM24,-260C84,-258 116,-232 136,-184H24Z', {
        fill: '#e8f0ee',
        shade: 'flat',
      }) +
      pen.shape(oval(-52, -206, [22]), { fill: wood, shade: 'ball' }) +
      [-150, 150]
        .map(
          (x) =>
            pen.shape(oval(x, -64, [64]), { fill: ink, shade: 'ball' }) +
            pen.shape(oval(x, -64, [34]), { fill: wood, shade: 'ball' }) +
            `<circle cx="${x}" cy="-64" r="8" fill="${ink}"/>`,
        )
        .join('') +
      pen.shape(oval(254, -126, [16, 22]), { fill: '#f7e3a4', shade: 'ball' }) +
      pen.line('M-270,-100C-330,-100 -330,-30 -300,-10', 6, cream),
  },
  bear: {
    stance: 'stand',
    size: [440, 560],
    focus: [0, -150],
    draw: (pen) =>
      [-1, 1]
        .map(
          (side) =>
            pen.shape(oval(side * 104, -488, [52]), { shade: 'ball' }) +
            pen.shape(oval(side * 104, -484, [28]), { fill: lighten(pen.base, 0.4), shade: 'none' }) +
            pen.shape(oval(side * 168, -190, [48, 96]), { shade: 'ball' }) +
            pen.shape(oval(side * 112, -52, [84, 58]), { shade: 'ball' }),
        )
        .join('') +
      pen.shape(oval(0, -160, [150, 154]), { shade: 'ball' }) +
      pen.shape(oval(0, -150, [88, 100]), { fill: lighten(pen.base, 0.35), shade: 'none', opacity: 0.85 }) +
      pen.shape(oval(0, -410, [150, 132]), { shade: 'ball', motif: false, fill: pen.base }) +
      pen.shape(oval(0, -368, [68, 54]), { fill: lighten(pen.base, 0.45), shade: 'none' }) +
      `<ellipse cx="0" cy="-394" rx="26" ry="18" fill="${ink}"/><circle cx="-60" cy="-430" r="13" fill="${ink}"/><circle cx="60" cy="-430" r="13" fill="${ink}"/><circle cx="-56" cy="-434" r="4" fill="#fff"/><circle cx="64" cy="-434" r="4" fill="#fff"/>` +
      pen.line('M0,-376V-356M-24,-348Q0,-330 24,-348', 6, ink) +
      pen.shape('M-130,-300C-60,-270 60,-270 130,-300L126,-258C60,-230 -60,-230 -126,-258Z', {
        fill: pen.second,
        shade: 'flat',
      }) +
      pen.shape('M50,-262L112,-256L104,-150L58,-160Z', { fill: darken(pen.second, 0.1), shade: 'flat' }) +
      [-1, 1]
        .map((side) =>
          pen.shape(oval(side * 116, -48, [40, 30]), { fill: lighten(pen.base, 0.4), shade: 'none' }),
        )
        .join(''),
  },
};
