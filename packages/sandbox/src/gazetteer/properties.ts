import type { AddressableObject, LogicalStatus, PropertyState } from './address.ts';
import { blockName, differentHouseNames, farmName, houseName, organisationName, towerName, type Name } from './names.ts';
import type { Random } from './random.ts';

/** A property as its street has it, before it gets its numbers, its place and its postcode. */
export interface Property {
  within?: Property;
  primary: AddressableObject;
  secondary?: AddressableObject;
  alternative?: Name;
  organisation?: string;
  department?: string;
  level?: string;
  classification: string;
  /** Metres along the street, and to its side: negative on the left. */
  along: number;
  aside: number;
  status?: LogicalStatus;
  state?: PropertyState;
  /** Whether Royal Mail delivers there. */
  delivered: boolean;
  /** Whether it starts a postcode: a tower has one to itself. */
  ownPostcode?: boolean;
  /** Whether a postcode is allocated; yes unless told. */
  unallocated?: boolean;
  households?: number;
}

/** What stands on a street. */
export type StreetKind =
  'terrace' | 'semis' | 'detached' | 'named' | 'shops' | 'flats' | 'tower' | 'farms' | 'new-build' | 'industrial' | 'mews' | 'college';

/** Everything on a street of a kind. */
export function propertiesOf(kind: StreetKind, random: Random, place: string): Generator<Property> {
  switch (kind) {
    case 'terrace':
      return numbered(random, { least: 20, most: 90, spacing: 6, classification: 'RD04', named: 40 });
    case 'semis':
      return numbered(random, { least: 14, most: 70, spacing: 10, classification: 'RD03', named: 30 });
    case 'detached':
      return numbered(random, { least: 8, most: 40, spacing: 18, classification: 'RD02', named: 3 });
    case 'mews':
      return numbered(random, { least: 4, most: 12, spacing: 6, classification: 'RD04', named: 100 });
    case 'named':
      return named(random);
    case 'shops':
      return shops(random, place);
    case 'flats':
      return blocks(random);
    case 'tower':
      return tower(random);
    case 'farms':
      return farms(random);
    case 'new-build':
      return newBuild(random);
    case 'industrial':
      return units(random, place);
    case 'college':
      return college(random, place);
  }
}

const side = (number: number): number => (number % 2 === 0 ? 14 : -14);
const letter = (index: number): string => String.fromCharCode(65 + index);

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
function* numbered(random: Random, row: Row): Generator<Property> {
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
    if (random.onceIn(50)) yield { ...house, primary: { start: number, startSuffix: 'A' }, alternative: undefined, along: house.along + 3 };
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
function* named(random: Random): Generator<Property> {
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

/** A high street: shops over ranges of numbers, offices, and flats above them. */
function* shops(random: Random, place: string): Generator<Property> {
  const last = random.whole(20, 110);
  for (let number = 1; number <= last;) {
    const wide = random.onceIn(4);
    const primary: AddressableObject = {
      start: number,
      ...(wide ? { end: number + 2 } : {}),
      ...(random.onceIn(9) ? { startSuffix: 'A', ...(wide ? { endSuffix: 'B' } : {}) } : {}),
      ...(random.onceIn(10) ? { text: blockName(random) } : {}),
    };
    const shop: Property = {
      primary,
      organisation: organisationName(random, place),
      classification: random.pick(['CR08', 'CR08', 'CR07', 'CO01', 'CR01', 'CM01']),
      along: number * 5,
      aside: side(number),
      delivered: !random.onceIn(30),
    };
    yield shop;
    const above = random.whole(0, 3);
    for (let index = 0; index < above; index += 1) {
      // Only a number, as one council writes it, or a text, as another does.
      const secondary: AddressableObject = random.onceIn(3)
        ? { start: 1, startSuffix: letter(index) }
        : { text: { en: `Flat ${index + 1}`, cy: `Fflat ${index + 1}` } };
      yield {
        ...shop,
        within: shop,
        secondary,
        organisation: undefined,
        classification: 'RD06',
        level: '1',
        delivered: true,
        households: 1,
      };
    }
    number += wide ? 4 : random.pick([1, 1, 2]);
  }
}

/** Blocks of flats with names, some with a number too. */
function* blocks(random: Random): Generator<Property> {
  const count = random.whole(1, 4);
  const names = new Set<string>();
  for (let index = 0; index < count; index += 1) {
    const text = blockName(random);
    if (names.has(text.en)) continue;
    names.add(text.en);
    const primary: AddressableObject = { text, ...(random.onceIn(2) ? { start: (index + 1) * 2 } : {}) };
    yield* flatsIn(random, primary, index * 60, random.whole(6, 40), random.whole(0, 3));
  }
}

/** A tower of more than a hundred flats under one postcode. */
function* tower(random: Random): Generator<Property> {
  yield* flatsIn(random, { text: towerName(random) }, 30, random.whole(101, 180), 0);
}

function* flatsIn(random: Random, primary: AddressableObject, along: number, count: number, style: number): Generator<Property> {
  const shell: Property = { primary, classification: 'PP', along, aside: 25, delivered: false, ownPostcode: true };
  yield shell;
  const home = { primary, within: shell, classification: 'RD06', along, aside: 25, delivered: true, households: 1 };
  const perFloor = random.whole(4, 8);
  for (let number = 1; number <= count; number += 1) {
    const level = Math.floor((number - 1) / perFloor);
    const secondary: AddressableObject =
      style === 1
        ? { start: number }
        : style === 2
          ? { text: { en: `Apartment ${number}`, cy: `Fflat ${number}` } }
          : { text: { en: `Flat ${number}`, cy: `Fflat ${number}` } };
    yield { ...home, secondary, level: String(level), ...(random.onceIn(80) ? { state: 3 as const } : {}) };
  }
}

/** Farms and cottages on a lane, far apart and without numbers; barns made into homes behind the farm. */
function* farms(random: Random): Generator<Property> {
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
function* newBuild(random: Random): Generator<Property> {
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

/** Units on an estate. */
function* units(random: Random, place: string): Generator<Property> {
  const estate: AddressableObject = { text: { en: `${place} Enterprise Centre`, cy: `Canolfan Fenter ${place}` } };
  const last = random.whole(6, 30);
  const shell: Property = { primary: estate, classification: 'PP', along: 40, aside: 30, delivered: false, ownPostcode: true };
  yield shell;
  for (let number = 1; number <= last; number += 1) {
    const through = random.onceIn(8);
    const name = through ? `${number}-${number + 1}` : random.onceIn(6) ? `${number}${letter(random.whole(0, 2))}` : String(number);
    yield {
      within: shell,
      primary: estate,
      secondary: { text: { en: `Unit ${name}`, cy: `Uned ${name}` } },
      organisation: random.onceIn(10) ? undefined : organisationName(random, place),
      classification: random.pick(['CI01', 'CI04', 'CO01']),
      along: 40 + number * 8,
      aside: 30,
      delivered: true,
    };
    if (through) number += 1;
  }
}

/** A college: one delivery point for each department, and student rooms that the council knows and Royal Mail does not. */
function* college(random: Random, place: string): Generator<Property> {
  const organisation = `Coleg ${place} College`;
  const primary: AddressableObject = { text: { en: 'The Main Building', cy: 'Y Prif Adeilad' } };
  const main: Property = { primary, organisation, classification: 'CE01', along: 20, aside: 40, delivered: true, ownPostcode: true };
  yield main;
  for (const department of ['Admissions Department', 'Adran y Gymraeg'])
    yield { ...main, within: main, secondary: { text: { en: department } }, department };
  const hall: Property = { ...main, organisation: undefined, primary: { text: houseName(random) }, classification: 'RI03', along: 80 };
  yield hall;
  const rooms = random.whole(10, 40);
  for (let number = 1; number <= rooms; number += 1) {
    const text = { en: `Room ${number}`, cy: `Ystafell ${number}` };
    yield { ...hall, within: hall, secondary: { text }, classification: 'RI03', delivered: false, households: 1, ownPostcode: false };
  }
}
