import { darken, lighten } from '../colour.ts';
import { box, lathe, oval, polygon } from '../paths.ts';
import { brass, cream, darkWood, ink, leafGreen, paper, wood } from '../pen.ts';
import type { Silhouette } from '../silhouette.ts';

const leaves = (count: number, [x, y]: readonly [number, number]) =>
  Array.from({ length: count }, (_, index) => {
    const turn = -70 + (140 / (count - 1)) * index;
    const green = index % 2 === 0 ? leafGreen : darken(leafGreen, 0.22);
    return `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M0,0C-46,-70 -40,-160 0,-216C40,-160 46,-70 0,0Z" fill="${green}"/><path d="M0,0V-190" stroke="#fff" stroke-opacity=".3" stroke-width="4"/></g>`;
  }).join('');

/** What makes a room. */
export const homeware: Readonly<Record<string, Silhouette>> = {
  cushion: {
    stance: 'stand',
    size: [500, 480],
    focus: [0, -230],
    draw: (pen) =>
      pen.shape(
        'M-236,-452C-100,-420 100,-420 236,-452Q250,-452 248,-436C216,-300 216,-170 250,-24Q250,-6 234,-8C100,-38 -100,-38 -234,-8Q-250,-6 -250,-24C-216,-170 -216,-300 -248,-436Q-250,-452 -236,-452Z',
        { shade: 'ball' },
      ) +
      `<path d="M-236,-440C-204,-300 -204,-170 -238,-20M236,-440C204,-300 204,-170 238,-20" fill="none" stroke="${darken(pen.base, 0.45)}" stroke-opacity=".25" stroke-width="8"/>`,
  },
  blanket: {
    stance: 'stand',
    size: [540, 330],
    focus: [0, -170],
    draw: (pen) =>
      [0, 1, 2]
        .map((layer) => {
          const y = -102 - layer * 96;
          return (
            pen.shape(`M-246,${y}Q-262,${y + 48} -246,${y + 98}H246Q268,${y + 48} 246,${y}Z`, {
              shade: 'flat',
            }) +
            `<path d="M246,${y + 4}Q262,${y + 48} 246,${y + 92}" fill="none" stroke="${pen.deep}" stroke-opacity=".55" stroke-width="10"/><path d="M-240,${y + 94}H240" stroke="${pen.deep}" stroke-opacity=".4" stroke-width="6"/>`
          );
        })
        .join('') +
      Array.from({ length: 15 }, (_, index) => pen.line(`M${-232 + index * 20},-4l-4,30`, 6, pen.light)).join(
        '',
      ) +
      pen.shape(box(-36, -300, [72, 298, 4]), { fill: pen.second, shade: 'flat', opacity: 0.9 }),
  },
  vase: {
    stance: 'stand',
    size: [340, 620],
    focus: [0, -170],
    draw: (pen) =>
      `<g transform="translate(0 -330) scale(.92)"><path d="M0,60C-10,-60 -70,-150 -96,-240M6,60C10,-80 30,-190 20,-290M10,60C30,-50 90,-130 116,-200" fill="none" stroke="${darken(leafGreen, 0.25)}" stroke-width="7"/>${[
        [-96, -240],
        [20, -290],
        [116, -200],
      ]
        .map(
          ([x = 0, y = 0], index) =>
            `<circle cx="${x}" cy="${y}" r="${34 - index * 4}" fill="${['#e9b7a4', '#f1d88c', '#e48671'][index]}"/><circle cx="${x}" cy="${y}" r="11" fill="#a5583a"/>`,
        )
        .join(
          '',
        )}<path d="M-40,-90C-90,-90 -110,-130 -112,-160C-70,-160 -44,-130 -40,-90ZM46,-60C90,-70 104,-110 100,-140C62,-130 46,-100 46,-60Z" fill="${leafGreen}"/></g>` +
      pen.shape(
        lathe(
          [54, -330],
          [
            [34, -290, 40, -262, 60, -240],
            [150, -190, 160, -90, 84, -8],
          ],
          16,
        ),
      ) +
      pen.rim([0, -330], [54, 13]),
  },
  pot: {
    stance: 'stand',
    size: [420, 560],
    focus: [0, -130],
    draw: (pen) =>
      leaves(7, [0, -240]) +
      pen.shape(lathe([150, -236], [[112, -30]], 18)) +
      pen.shape(box(-164, -268, [328, 56, 14]), { fill: lighten(pen.base, 0.08) }) +
      pen.shape(lathe([160, -34], [[148, -8]], 22), { fill: darken(pen.base, 0.16) }),
  },
  wateringcan: {
    stance: 'stand',
    size: [600, 420],
    focus: [40, -130],
    draw: (pen) =>
      pen.tube('M-60,-70C-190,-80 -190,-300 -272,-370', 26) +
      pen.shape(polygon([-300, -392], [-246, -398], [-252, -350], [-282, -342]), {
        fill: brass,
        shade: 'metal',
      }) +
      pen.tube('M60,-280C130,-420 310,-330 132,-96', 20) +
      pen.shape(
        lathe(
          [100, -270],
          [
            [150, -40],
            [150, -16, 140, -6, 128, -6],
          ],
          16,
        ),
      ) +
      pen.shape(oval(0, -270, [102, 20]), { fill: pen.deep, shade: 'none' }) +
      pen.line('M-98,-262A100,18 0 0 0 98,-262', 7, pen.light),
  },
  candle: {
    stance: 'stand',
    size: [320, 430],
    focus: [0, -130],
    draw: (pen) =>
      `<circle cx="0" cy="-350" r="230" fill="url(#glow)"/><path d="M0,-420C30,-376 34,-346 0,-332C-34,-346 -30,-376 0,-420Z" fill="#ffcf6b"/><path d="M0,-386C14,-362 14,-346 0,-338C-14,-346 -14,-362 0,-386Z" fill="#fff4d0"/>` +
      pen.line('M0,-300V-338', 6, ink) +
      pen.shape(lathe([146, -300], [[140, -8]], 22)) +
      `<ellipse cx="0" cy="-300" rx="146" ry="28" fill="${lighten(pen.base, 0.3)}"/><ellipse cx="0" cy="-296" rx="130" ry="22" fill="#f7ecd6"/><path d="M0,-296V-310" stroke="${ink}" stroke-width="6"/>` +
      pen.shape(box(-62, -200, [124, 116, 4]), { fill: paper, shade: 'flat' }) +
      pen.line('M-34,-164H34M-34,-140H34M-20,-116H20', 5, '#a08f7c'),
  },
  diffuser: {
    stance: 'stand',
    size: [300, 600],
    focus: [0, -130],
    draw: (pen) =>
      [-26, -14, -4, 8, 18, 30]
        .map(
          (turn) =>
            `<g transform="translate(0 -280) rotate(${turn})">${pen.line('M0,40V-300', 8, darken(wood, 0.15))}</g>`,
        )
        .join('') +
      pen.shape(
        lathe(
          [46, -330],
          [
            [44, -280, 50, -262, 80, -244],
            [124, -220, 128, -150, 124, -40],
            [122, -16, 110, -6, 96, -6],
          ],
          16,
        ),
      ) +
      pen.shape(box(-54, -344, [108, 34, 8]), { fill: wood }) +
      pen.shape(box(-58, -180, [116, 108, 4]), { fill: paper, shade: 'flat' }) +
      pen.line('M-32,-146H32M-32,-124H32M-18,-102H18', 5, '#a08f7c'),
  },
  clock: {
    stance: 'flat',
    size: [560, 560],
    focus: [120, -120],
    draw: (pen) =>
      pen.shape(oval(0, 0, [270]), { shade: 'soft' }) +
      `<circle r="226" fill="${paper}"/><circle r="226" fill="url(#shade-soft)"/>` +
      Array.from(
        { length: 12 },
        (_, hour) =>
          `<rect x="-5" y="-206" width="10" height="${hour % 3 === 0 ? 44 : 24}" rx="4" fill="${ink}" transform="rotate(${hour * 30})"/>`,
      ).join('') +
      `<g stroke-linecap="round"><path d="M0,0L-96,-64" stroke="${ink}" stroke-width="18"/><path d="M0,20L92,-130" stroke="${ink}" stroke-width="11"/><path d="M-20,50L50,-160" stroke="#c8553d" stroke-width="5"/></g><circle r="16" fill="${ink}"/><circle r="6" fill="#c8553d"/>`,
  },
  mirror: {
    stance: 'flat',
    size: [560, 560],
    focus: [180, 160],
    draw: (pen) =>
      pen.shape(oval(0, 0, [276]), { shade: 'soft', motif: false, fill: pen.base }) +
      `<circle r="246" fill="#dbe4e6"/><clipPath id="mirror-glass"><circle r="246"/></clipPath><g clip-path="url(#mirror-glass)"><path d="M-260,140C-120,60 120,120 260,20V260H-260Z" fill="#c3d0cf"/><path d="M-200,260L80,-260H170L-80,260ZM-40,260L230,-230H260L10,260Z" fill="#fff" opacity=".5"/></g><circle r="246" fill="none" stroke="${darken(pen.base, 0.4)}" stroke-opacity=".5" stroke-width="6"/>`,
  },
  print: {
    stance: 'flat',
    size: [480, 600],
    focus: [0, 20],
    draw: (pen) =>
      pen.shape(box(-236, -296, [472, 592, 4]), { fill: wood, shade: 'soft' }) +
      pen.shape(box(-214, -274, [428, 548]), { fill: paper, shade: 'none' }) +
      pen.shape('M-150,190V10A110,110 0 0 1 70,10V190Z', { shade: 'none' }) +
      pen.shape(oval(70, -110, [84]), { fill: pen.second, shade: 'none' }) +
      pen.shape('M-150,190C-60,120 60,150 150,90V190Z', { fill: pen.deep, shade: 'none' }) +
      pen.line('M-150,-200H150', 5, pen.deep) +
      `<path d="M-214,274L90,-274H150L-154,274Z" fill="#fff" opacity=".16"/>`,
  },
  chair: {
    stance: 'stand',
    size: [420, 640],
    focus: [0, -480],
    draw: (pen) =>
      pen.tube('M-138,-300L-160,-8M138,-300L160,-8', 24, darken(pen.base, 0.2)) +
      pen.tube('M-150,-330L-166,-590M150,-330L166,-590', 24) +
      pen.shape(
        'M-186,-610C-80,-640 80,-640 186,-610C196,-560 192,-520 180,-492C70,-514 -70,-514 -180,-492C-192,-520 -196,-560 -186,-610Z',
      ) +
      pen.tube('M-160,-424C-60,-440 60,-440 160,-424', 18) +
      pen.shape('M-190,-318C-190,-346 190,-346 190,-318L206,-284C206,-256 -206,-256 -206,-284Z') +
      pen.tube('M-190,-270L-206,-4M190,-270L206,-4', 28) +
      pen.tube('M-190,-140H190', 14, darken(pen.base, 0.1)),
  },
  stool: {
    stance: 'stand',
    size: [400, 480],
    focus: [0, -430],
    draw: (pen) =>
      pen.tube('M0,-410L0,-30', 26, darken(pen.base, 0.24)) +
      pen.tube('M-110,-190H110', 16, darken(pen.base, 0.1)) +
      pen.tube('M-100,-410L-176,-6M100,-410L176,-6', 30) +
      pen.shape('M-186,-436A186,40 0 0 1 186,-436V-410A186,40 0 0 1 -186,-410Z') +
      pen.shape(oval(0, -438, [186, 38]), { fill: lighten(pen.base, 0.16), shade: 'flat' }),
  },
  sidetable: {
    stance: 'stand',
    size: [480, 500],
    focus: [0, -450],
    draw: (pen) =>
      pen.tube('M0,-440L0,-40', 22, darken(pen.base, 0.26)) +
      pen.tube('M-120,-440L-190,-6M120,-440L190,-6', 26) +
      pen.shape('M-230,-468A230,46 0 0 1 230,-468V-446A230,46 0 0 1 -230,-446Z') +
      pen.shape(oval(0, -470, [230, 44]), { fill: lighten(pen.base, 0.18), shade: 'flat' }) +
      `<ellipse cx="0" cy="-470" rx="212" ry="36" fill="none" stroke="${pen.deep}" stroke-opacity=".35" stroke-width="4"/>`,
  },
  shelf: {
    stance: 'hang',
    size: [640, 360],
    focus: [0, 60],
    draw: (pen) =>
      pen.shape(box(-210, -110, [44, 150, 4]), { fill: '#a5483a' }) +
      pen.shape(box(-164, -134, [36, 174, 4]), { fill: '#d5a23a' }) +
      pen.shape(box(-126, -92, [50, 132, 4]), { fill: '#5e92b0' }) +
      pen.shape(lathe([24, -70], [[20, -40, 70, -10, 44, 40]], 4), { fill: cream }) +
      `<g transform="translate(170 40)">${pen.shape(lathe([56, -100], [[44, 0]], 6), { fill: '#c76a4b' })}<path d="M0,-100C-20,-150 -70,-150 -80,-190C-30,-190 -6,-150 0,-100C6,-170 30,-200 76,-214C76,-160 40,-130 0,-100Z" fill="${leafGreen}"/></g>` +
      pen.shape(box(-310, 40, [620, 44, 4]), { shade: 'flat' }) +
      pen.shape(box(-310, 78, [620, 10]), { fill: pen.deep, shade: 'none' }) +
      `<path d="M-250,88V130M250,88V130" stroke="${brass}" stroke-width="14" stroke-linecap="round"/>`,
  },
  basket: {
    stance: 'stand',
    size: [500, 420],
    focus: [0, -150],
    draw: (pen) =>
      pen.shape('M-120,-300C-150,-390 -20,-420 20,-340C60,-400 170,-380 140,-300Z', {
        fill: cream,
        shade: 'soft',
      }) +
      pen.tube('M-196,-250C-250,-340 -150,-350 -146,-256M196,-250C250,-340 150,-350 146,-256', 18, darkWood) +
      pen.shape(lathe([228, -300], [[224, -160, 206, -60, 178, -8]], 22)) +
      Array.from(
        { length: 9 },
        (_, row) =>
          `<path d="M${-224 + row * 4},${-276 + row * 30}Q0,${-250 + row * 30} ${224 - row * 4},${-276 + row * 30}" fill="none" stroke="${pen.deep}" stroke-opacity=".28" stroke-width="6" stroke-dasharray="26 10" stroke-dashoffset="${(row % 2) * 18}"/>`,
      ).join('') +
      pen.tube('M-228,-300C-120,-282 120,-282 228,-300', 24, darken(pen.base, 0.1)),
  },
};
