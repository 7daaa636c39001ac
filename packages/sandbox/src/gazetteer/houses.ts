import { differentHouseNames, farmName, houseName, type Name } from './names.ts';
import { letter, side, type Property } from './property.ts';
import type { Random } from './random.ts';

interface Row {
  least: number;
  most: number;
  /** Metres from door to door. */
  spacing: number;
  classification: string;
  /** Once in how many houses one also has a name. */
  named: number;
}

/** Houses with numbers; 13 is often left out, 12A stands in its place, and a few things in between are no houses. */
export function* numbered(random: Random, row: Row): Generator<Property> {
  const last = random.whole(row.least, row.most);
  const without13 = random.onceIn(2);
  for (let number = 1; number <= last; number += 1) {
    const house: Property = {
      primary: { start: number, ...(random.onceIn(row.named) ? { text: houseName(random) } : {}) },
      classification: row.classification,
      along: Math.ceil(number / 2) * row.spacing,
      aside: side(number),
      delivered: true,
      households: 1,
    };
    if (number === 13 && without13) {
      yield { ...house, primary: { start: 12, startSuffix: 'A' }, aside: side(12) };
      continue;
    }
    if (random.onceIn(90)) {
      // Two houses made into one.
      number += 2;
      yield { ...house, primary: { start: number - 2, end: number } };
      continue;
    }
    if (random.onceIn(120)) {
      // Pulled down, and built again under the same number.
      yield { ...house, status: 8, state: 4, delivered: false };
    }
    if (random.onceIn(35)) {
      yield* converted(random, house);
      continue;
    }
    if (random.onceIn(25)) house.state = 3;
    if (random.onceIn(60)) house.alternative = houseName(random);
    yield house;
    if (random.onceIn(50) && number !== 12)
      yield { ...house, primary: { start: number, startSuffix: 'A' }, alternative: undefined, along: house.along + 3 };
    if (random.onceIn(150)) yield nothingToLiveIn(random, house, number);
  }
}

/** A house split into flats: its own record is their parent, and gets no post. */
function* converted(random: Random, house: Property): Generator<Property> {
  const shell: Property = { ...house, classification: 'PP', delivered: false, households: 0 };
  yield shell;
  const floors: readonly Name[] = [
    { en: 'Basement Flat', cy: 'Fflat Islawr' },
    { en: 'Ground Floor Flat', cy: 'Fflat Llawr Gwaelod' },
    { en: 'First Floor Flat', cy: 'Fflat Llawr Cyntaf' },
    { en: 'Top Floor Flat', cy: 'Fflat Llawr Uchaf' },
  ];
  const byFloor = random.onceIn(2);
  const count = random.whole(2, 4);
  for (let index = 0; index < count; index += 1) {
    const name = byFloor ? (floors[index] ?? { en: 'Flat' }) : { en: `Flat ${letter(index)}`, cy: `Fflat ${letter(index)}` };
    yield { ...house, within: shell, secondary: { text: name }, classification: 'RD06', level: String(index) };
  }
}

/** A sub-station, a row of garages, a plot that was refused or one that has leave to be built on. */
function nothingToLiveIn(random: Random, near: Property, number: number): Property {
  const at = { ...near, delivered: false, households: 0, alternative: undefined };
  return random.pick<Property>([
    { ...at, primary: { text: { en: `Electricity Sub Station 12 Metres From ${number}` } }, classification: 'CU01' },
    { ...at, secondary: { text: { en: `Garage ${random.whole(1, 9)}`, cy: `Garej ${random.whole(1, 9)}` } }, classification: 'RG02' },
    { ...at, primary: { text: { en: `Land Adjacent To ${number}`, cy: `Tir Ger ${number}` } }, classification: 'LD', status: 9 },
    { ...at, primary: { text: { en: `Plot ${number}` } }, classification: 'RD02', status: 6, state: 6 },
  ]);
}

/** Houses with names and no numbers. */
export function* named(random: Random): Generator<Property> {
  const last = random.whole(6, 22);
  const names = differentHouseNames(random);
  for (let number = 1; number <= last; number += 1) {
    yield {
      primary: { text: names.next().value ?? houseName(random) },
      classification: random.onceIn(3) ? 'RD02' : 'RD03',
      along: number * 25,
      aside: side(number),
      delivered: true,
      households: 1,
      ...(random.onceIn(40) ? { status: 8, state: 4, delivered: false } : {}),
    };
  }
}

/** Farms and cottages on a lane, far apart and without numbers; barns made into homes behind the farm. */
export function* farms(random: Random): Generator<Property> {
  const last = random.whole(4, 14);
  const names = new Set<string>();
  for (let number = 1; number <= last; number += 1) {
    const text = farmName(random);
    if (names.has(text.en)) continue;
    names.add(text.en);
    const farm: Property = {
      primary: { text },
      classification: random.onceIn(3) ? 'CA01' : 'RD02',
      along: number * 220,
      aside: side(number) * 6,
      delivered: true,
      households: 1,
    };
    yield farm;
    if (!random.onceIn(3)) continue;
    yield { ...farm, within: farm, secondary: { text: { en: 'The Barn', cy: 'Yr Ysgubor' } }, classification: 'RD02' };
    yield { ...farm, within: farm, secondary: { text: { en: 'The Caravan', cy: 'Y Garafan' } }, classification: 'RD01', delivered: false };
  }
}

/** A development of the last months: in the council's gazetteer, not yet at Royal Mail; the last plots are only planned. */
export function* newBuild(random: Random): Generator<Property> {
  const last = random.whole(8, 40);
  const unallocated = random.onceIn(4);
  for (let number = 1; number <= last; number += 1) {
    const planned = number > last - 3;
    yield {
      primary: planned ? { text: { en: `Plot ${number}`, cy: `Llain ${number}` } } : { start: number },
      classification: 'RD03',
      along: Math.ceil(number / 2) * 9,
      aside: side(number),
      delivered: false,
      unallocated: unallocated || planned,
      status: planned ? 6 : 1,
      state: planned ? 1 : 2,
      households: planned ? 0 : 1,
    };
  }
}
