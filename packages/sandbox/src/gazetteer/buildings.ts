import type { AddressableObject } from './address.ts';
import { blockName, houseName, organisationName, towerName } from './names.ts';
import { letter, side, type Property } from './property.ts';
import type { Random } from './random.ts';

/** A high street: shops over ranges of numbers, offices, and flats above them. */
export function* shops(random: Random, place: string): Generator<Property> {
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
export function* blocks(random: Random): Generator<Property> {
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
export function* tower(random: Random): Generator<Property> {
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

/** Units on an estate. */
export function* units(random: Random, place: string): Generator<Property> {
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
export function* college(random: Random, place: string): Generator<Property> {
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
