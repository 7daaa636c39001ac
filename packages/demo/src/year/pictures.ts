/**
 * Photos of problems, drawn by code: nobody else's pictures, nobody's street. Each kind of report has a scene; `chance` moves its parts,
 * so that two photos of one kind differ.
 */
import sharp from 'sharp';
import type { Chance } from './chance.ts';

const width = 800;
const height = 600;

type Scene = (chance: Chance) => string;

const blob = (x: number, y: number, rx: number, ry: number, fill: string, more = ''): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;
const box = (x: number, y: number, w: number, h: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`;
const line = (points: string, stroke: string, thickness: number): string =>
  `<path d="${points}" fill="none" stroke="${stroke}" stroke-width="${thickness}" stroke-linecap="round" stroke-linejoin="round"/>`;
const times = (count: number, draw: (index: number) => string): string => Array.from({ length: count }, (_, index) => draw(index)).join('');

/** A street: sky, a row of houses, a pavement and a road. */
function street(chance: Chance): string {
  const sky = chance.pick(['#b9cbd8', '#a8bccb', '#cfd6d8', '#8fa9bd']);
  const houses = times(5, (index) => {
    const x = index * 170 - chance.whole(0, 40);
    const top = chance.whole(90, 150);
    const wall = chance.pick(['#9c6b57', '#b58a6f', '#c9bda8', '#8a5a4a', '#d8d2c4']);
    const panes = times(
      2,
      (pane) => box(x + 30 + pane * 70, top + 60, 34, 46, '#46586a') + box(x + 30 + pane * 70, top + 150, 34, 46, '#3d4d5d'),
    );
    return `<path d="M${x} ${top} L${x + 80} ${top - 50} L${x + 160} ${top} Z" fill="#5a4a48"/>${box(x, top, 160, 330 - top, wall)}${panes}`;
  });
  return `${box(0, 0, width, 330, sky)}${houses}${box(0, 330, width, 70, '#b0aca4')}${box(0, 396, width, 8, '#8b8780')}${box(0, 404, width, 196, '#5d6063')}`;
}

/** A park: sky, trees and grass. */
function park(chance: Chance): string {
  const trees = times(6, (index) => {
    const x = index * 150 + chance.whole(0, 60);
    return box(x - 8, 200, 16, 120, '#5c4530') + blob(x, 180, 70, 80, chance.pick(['#557a3f', '#49703a', '#6b8a3c']));
  });
  return `${box(0, 0, width, 320, '#bcd0d8')}${trees}${box(0, 300, width, 300, '#7d9a53')}${box(0, 470, width, 60, '#b9ad93')}`;
}

const bag = (x: number, y: number): string => `${blob(x, y, 46, 52, '#23262a')}${line(`M${x - 6} ${y - 50} l6 -16 l8 14`, '#23262a', 7)}`;
const wheelieBin = (x: number, y: number, fill: string): string =>
  `<path d="M${x} ${y} h90 l-10 170 h-70 Z" fill="${fill}"/>${box(x - 6, y - 16, 102, 18, fill)}${blob(x + 22, y + 172, 14, 14, '#222')}`;
const branch = (chance: Chance, x: number, y: number): string =>
  line(`M${x} ${y} q${chance.whole(40, 90)} ${-chance.whole(30, 80)} ${chance.whole(90, 160)} ${-chance.whole(10, 90)}`, '#4e3b28', 9) +
  blob(x + chance.whole(80, 130), y - chance.whole(40, 90), 44, 32, '#5f7f3d');

const scenes: Readonly<Record<string, Scene>> = {
  'fly-tipping': (chance) =>
    street(chance) +
    box(180, 380, 300, 110, '#7a4f5c', 'rx="22"') +
    box(200, 320, 260, 90, '#8a5c69', 'rx="20"') +
    times(chance.whole(2, 5), () => bag(chance.whole(470, 720), chance.whole(440, 520))),
  litter: (chance) =>
    street(chance) +
    times(46, () =>
      box(
        chance.whole(0, 780),
        chance.whole(350, 560),
        chance.whole(8, 26),
        chance.whole(5, 16),
        chance.pick(['#f4f1e8', '#d34b3e', '#3b7dc4', '#e3b23c']),
        `transform="rotate(${chance.whole(-20, 20)})"`,
      ),
    ),
  'litter-bin': (chance) =>
    park(chance) +
    box(330, 300, 140, 220, '#2f4a3c', 'rx="12"') +
    times(9, () => blob(chance.whole(320, 480), chance.whole(270, 310), 22, 18, chance.pick(['#e9e4d6', '#c94f43', '#6d8fb3']))),
  graffiti: (chance) =>
    `${box(0, 0, width, height, '#a3674f')}${times(12, (row) => box(0, row * 50, width, 3, '#8d5642'))}` +
    times(5, (index) =>
      line(
        `M${90 + index * 120} ${chance.whole(240, 380)} q60 ${-chance.whole(80, 200)} 90 20 t60 ${chance.whole(20, 120)}`,
        chance.pick(['#1f6fd0', '#e23b8a', '#f0d13a', '#2fae66']),
        26,
      ),
    ),
  'dog-fouling': (chance) => park(chance) + times(3, () => blob(chance.whole(320, 460), chance.whole(490, 510), 22, 12, '#5a3d1f')),
  'missed-bin': (chance) =>
    street(chance) + wheelieBin(250, 300, '#3a3f45') + wheelieBin(380, 300, '#2f6b3f') + (chance.oneIn(2) ? bag(560, 420) : ''),
  pothole: (chance) =>
    street(chance) +
    blob(400, 505, chance.whole(110, 190), chance.whole(34, 58), '#3a3b3d') +
    blob(chance.whole(380, 420), 508, chance.whole(60, 100), chance.whole(16, 28), '#7f93a1') +
    times(14, () => blob(chance.whole(220, 580), chance.whole(460, 560), 6, 4, '#8a8c8e')),
  pavement: (chance) =>
    box(0, 0, width, height, '#b6b2aa') +
    times(6, (index) => box(index * 140, 0, 4, height, '#8f8b84') + box(0, index * 110, width, 4, '#8f8b84')) +
    line(`M${chance.whole(60, 200)} 120 l160 90 l60 130 l190 60 l90 120`, '#4b4843', 9) +
    `<path d="M300 330 l150 -40 l40 130 l-140 30 Z" fill="#9d9890"/>`,
  'street-light': (chance) =>
    `${box(0, 0, width, height, '#26303f')}${box(0, 470, width, 130, '#33363a')}` +
    times(4, (index) => box(index * 210, chance.whole(260, 320), 180, 220, '#3d4048')) +
    box(390, 120, 14, 420, '#6d7379') +
    line('M397 124 q60 -40 130 -16', '#6d7379', 12) +
    blob(534, 112, 30, 12, '#4d5258'),
  'street-sign': (chance) =>
    street(chance) +
    `<g transform="rotate(${chance.whole(-24, -10)} 400 420)">${box(392, 220, 16, 240, '#777')}${box(300, 180, 210, 70, '#f5f5f0', 'rx="6" stroke="#222" stroke-width="5"')}${box(324, 204, 160, 8, '#222')}${box(324, 222, 110, 8, '#222')}</g>`,
  'blocked-drain': (chance) =>
    street(chance) +
    blob(400, 470, chance.whole(180, 260), 60, '#6d7f8a') +
    box(330, 430, 140, 76, '#33363a', 'rx="6"') +
    times(6, (index) => box(342 + index * 21, 438, 10, 60, '#6d7f8a')),
  flooding: (chance) =>
    street(chance) +
    `<rect x="0" y="${chance.whole(360, 400)}" width="${width}" height="260" fill="#6f8797" opacity="0.88"/>` +
    times(7, () => line(`M${chance.whole(0, 700)} ${chance.whole(430, 580)} q40 -8 80 0`, '#9db1bd', 4)),
  obstruction: (chance) =>
    street(chance) +
    `<path d="M220 400 h330 l-40 110 h-250 Z" fill="#d0a032"/>` +
    times(5, () => box(chance.whole(260, 460), chance.whole(350, 400), chance.whole(40, 90), 20, chance.pick(['#8a5a3a', '#c9bda8']))),
  'abandoned-vehicle': (chance) => {
    const paint = chance.pick(['#7d2f2f', '#33506e', '#8a8d8f', '#3e5a3e']);
    return (
      street(chance) +
      `<path d="M170 470 q10 -60 90 -66 l60 -64 h170 l70 66 q70 4 80 64 Z" fill="${paint}"/>` +
      `<path d="M330 400 l40 -48 h120 l44 48 Z" fill="#9fb2bd"/>` +
      blob(270, 474, 40, 34, '#1d1d1d') +
      blob(540, 476, 40, 26, '#1d1d1d')
    );
  },
  'fallen-tree': (chance) =>
    street(chance) +
    line('M60 520 L640 400', '#57432f', 54) +
    times(7, () => branch(chance, chance.whole(260, 600), chance.whole(400, 470))),
  overgrown: (chance) =>
    street(chance) +
    times(26, () =>
      blob(
        chance.whole(0, 420),
        chance.whole(230, 440),
        chance.whole(34, 70),
        chance.whole(28, 60),
        chance.pick(['#4f7436', '#5d8540', '#3f6230']),
      ),
    ),
  'play-area': (chance) =>
    park(chance) +
    line('M230 500 L310 220 L390 500 M310 220 L560 220 M480 500 L560 220 L640 500', '#b0492f', 14) +
    line('M380 222 L372 420 M430 222 L438 430', '#555', 5) +
    box(360, 418, 84, 14, '#2b2b2b', `transform="rotate(${chance.whole(8, 26)} 400 424)"`),
};

/** The kinds of report that people take photos of. */
export const picturedKinds: readonly string[] = Object.keys(scenes);

/** A photo of a problem as a phone would send it: JPEG, 640 by 480, which costs the demo's first start less than a phone's millions of points. @throws RangeError for a kind without a scene */
export async function drawPicture(kind: string, chance: Chance): Promise<Uint8Array<ArrayBuffer>> {
  const scene = scenes[kind];
  if (!scene) throw new RangeError(`No scene is drawn for ${kind}.`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="640" height="480">${scene(chance)}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer());
}
