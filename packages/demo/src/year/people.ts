import type { Chance } from './chance.ts';

const firstNames = [
  'Siân',
  'Megan',
  'Rhys',
  'Owain',
  'Aled',
  'Carys',
  'Gwen',
  'Priya',
  'Amina',
  'Tomasz',
  'David',
  'Sarah',
  'Helen',
  'James',
  'Chloe',
  'Yusuf',
  'Grace',
  'Huw',
  'Nia',
  'Karen',
];
const lastNames = [
  'Probert',
  'Davies',
  'Evans',
  'Jones',
  'Patel',
  'Khan',
  'Nowak',
  'Hughes',
  'Morgan',
  'Rees',
  'Clarke',
  'O’Neill',
  'Begum',
  'Price',
  'Lloyd',
  'Taylor',
  'Walsh',
  'Griffiths',
];

/** Somebody who gives their name. */
export interface Person {
  readonly name: string;
  readonly email: string;
  /** From the numbers that Ofcom keeps for drama: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama */
  readonly phone: string;
}

export function person(chance: Chance): Person {
  const first = chance.pick(firstNames);
  const last = chance.pick(lastNames);
  const plain = (name: string): string =>
    name
      .normalize('NFD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase();
  return {
    name: `${first} ${last}`,
    email: `${plain(first)}.${plain(last)}${String(chance.whole(1, 99))}@example.org`,
    phone: `07700 900${String(chance.whole(0, 999)).padStart(3, '0')}`,
  };
}
