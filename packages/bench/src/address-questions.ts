/**
 * What people type when they look for an address: real ones of the synthetic gazetteer, spoilt in the ways that people spoil them. It is made from the sandbox's own
 * address, not from anything that the gateway made of it, so that both cannot share a mistake.
 */
import { generateGazetteer, localAddress, postalAddress, type Address } from '@council-kit/sandbox';

export type Spoilt = 'typing' | 'short' | 'missing' | 'order';

export interface AddressQuestion {
  readonly text: string;
  /** The address that was meant, and those that are written exactly like it. */
  readonly uprns: readonly string[];
  readonly spoilt: readonly Spoilt[];
}

interface Parts {
  readonly unit: string;
  readonly name: string;
  readonly number: string;
  readonly street: string;
  readonly locality: string;
  readonly town: string;
  readonly postcode: string;
}
type Part = keyof Parts;
const parts: readonly Part[] = ['unit', 'name', 'number', 'street', 'locality', 'town', 'postcode'];

/** A small generator of random numbers, so that every run asks the same. https://en.wikipedia.org/wiki/Linear_congruential_generator */
class Chance {
  #state: number;
  constructor(seed: number) {
    this.#state = seed * 7919 + 17;
  }
  /** 0 to 1. */
  next(): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state / 2_147_483_647;
  }
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
  is(share: number): boolean {
    return this.next() < share;
  }
  pick<Value>(list: readonly Value[]): Value | undefined {
    return list[this.below(list.length)];
  }
}

const shortForms: Readonly<Record<string, readonly string[]>> = {
  street: ['st', 'st.', 'str'],
  road: ['rd', 'rd.'],
  lane: ['ln', 'la'],
  avenue: ['ave', 'av', 'ave.'],
  close: ['cl', 'clo'],
  court: ['ct', 'crt'],
  crescent: ['cres', 'cr'],
  terrace: ['terr', 'ter', 'tce'],
  place: ['pl'],
  square: ['sq'],
  house: ['hse'],
  mansions: ['mans'],
  cottage: ['cott'],
  farm: ['fm'],
  flat: ['flt', 'fl'],
  apartment: ['apt'],
  saint: ['st'],
  upper: ['upr'],
  lower: ['lwr'],
  great: ['gt'],
  little: ['lt'],
  walk: ['wlk'],
  station: ['stn'],
  church: ['ch'],
  floor: ['flr'],
  ground: ['grd'],
  basement: ['bsmt'],
  north: ['n'],
  south: ['s'],
  east: ['e'],
  west: ['w'],
  garden: ['gdn'],
  unit: ['un'],
  room: ['rm'],
  park: ['pk'],
  bridge: ['br'],
  stryd: ['str'],
  ffordd: ['ff'],
};
const neighbouringKeys: Readonly<Record<string, string>> = {
  a: 'sqz',
  b: 'vgn',
  c: 'xdv',
  d: 'sfe',
  e: 'wrd',
  f: 'dgr',
  g: 'fht',
  h: 'gjy',
  i: 'uok',
  j: 'hku',
  k: 'jli',
  l: 'kop',
  m: 'nj',
  n: 'bmh',
  o: 'ipl',
  p: 'ol',
  q: 'wa',
  r: 'etf',
  s: 'adw',
  t: 'ryg',
  u: 'yij',
  v: 'cbf',
  w: 'qes',
  x: 'zcs',
  y: 'tuh',
  z: 'xa',
};

/** Whether somebody may choose it: approved or provisional, gets post, kept by a council. The same the gateway says of a row, from the sandbox's side. */
const mayBeMeant = (address: Address): boolean =>
  (address.status === 1 || address.status === 6) &&
  address.custodian.custodianCode !== 7655 &&
  (address.udprn !== undefined || !/^(L|CU|RG|PP)/.test(address.classification)) &&
  address.postcode !== '' &&
  !address.poBox;

/** As its owner writes it: Royal Mail's way where it gets post, else the council's. */
function partsOf(address: Address, language: 'en' | 'cy'): Parts {
  const post = postalAddress(address, language);
  const local = localAddress(address, language);
  const own = {
    unit: [local.saoText, local.saoNumber].filter(Boolean).join(' '),
    name: local.paoText || (address.organisation ?? ''),
    number: local.paoNumber,
    postcode: address.postcode,
  };
  if (!post) return { ...own, street: local.streetDescription, locality: local.localityName, town: local.townName };
  const unit = post.subBuildingName || own.unit;
  return {
    ...own,
    unit,
    street: post.dependentThoroughfareName || post.thoroughfareName,
    locality: post.doubleDependentLocality || post.dependentLocality,
    town: post.postTown,
  };
}

/**
 * Makes questions. Each is spoilt in one to three ways. Parts are only left out while what is left still tells the address from every other one: whoever
 * types "12 Mill Lane" where there are forty cannot be understood by anybody.
 */
export function addressQuestions(size: number, count: number, seed = 1): AddressQuestion[] {
  const chance = new Chance(seed);
  const addresses = [...generateGazetteer({ size })].filter(mayBeMeant);
  const known = new Map<string, { uprn: string; en: Parts; cy: Parts }[]>();
  for (const address of addresses) {
    const entry = { uprn: address.uprn, en: partsOf(address, 'en'), cy: partsOf(address, 'cy') };
    for (const street of new Set([entry.en.street, entry.cy.street])) {
      const list = known.get(street);
      if (list) list.push(entry);
      else known.set(street, [entry]);
    }
  }
  const questions: AddressQuestion[] = [];
  while (questions.length < count) {
    const address = chance.pick(addresses);
    if (!address) continue;
    const language = chance.is(0.15) ? 'cy' : 'en';
    const own = partsOf(address, language);
    const onStreet = known.get(own.street) ?? [];
    const alike = (kept: ReadonlySet<Part>): string[] =>
      onStreet.filter((other) => parts.every((part) => !kept.has(part) || other[language][part] === own[part])).map(({ uprn }) => uprn);
    const kept = new Set(parts.filter((part) => own[part] !== ''));
    const uprns = alike(kept);
    const spoilt = spoils(chance);
    // A name of a house that has a number, a postcode, a village: whoever leaves out "parts" leaves these.
    const maySpare: Part[] = spoilt.has('missing') ? ['postcode', 'town', 'locality', 'name'] : chance.is(0.5) ? ['postcode'] : [];
    for (const part of maySpare.sort(() => chance.next() - 0.5)) {
      if (!kept.has(part) || (part === 'name' && own.number === '')) continue;
      kept.delete(part);
      if (alike(kept).length > uprns.length || chance.is(0.25)) kept.add(part);
    }
    let written = parts.filter((part) => kept.has(part)).map((part) => ({ part, text: own[part].toLowerCase() }));
    if (spoilt.has('short')) written = written.map(({ part, text }) => ({ part, text: shortened(text, chance) }));
    if (spoilt.has('typing')) {
      const able = written.filter(({ part, text }) => part !== 'postcode' && part !== 'number' && /[a-z]{4}/.test(text));
      for (let slips = 1 + chance.below(2); slips > 0; slips -= 1) {
        const one = chance.pick(able);
        if (one) one.text = mistyped(one.text, chance);
      }
    }
    if (spoilt.has('order')) written = reordered(written, chance);
    const joint = chance.is(0.6) ? ' ' : ', ';
    const text = written
      .map(({ part, text }, at) =>
        part === 'number' && written[at + 1]?.part === 'street' ? `${text} ` : `${text}${at < written.length - 1 ? joint : ''}`,
      )
      .join('');
    questions.push({ text: chance.is(0.4) ? capitals(text) : text, uprns, spoilt: [...spoilt] });
  }
  return questions;
}

function spoils(chance: Chance): Set<Spoilt> {
  const all: Spoilt[] = ['typing', 'short', 'missing', 'order'];
  const chosen = new Set<Spoilt>();
  for (let ways = 1 + chance.below(3); chosen.size < ways;) chosen.add(all[chance.below(4)] ?? 'typing');
  return chosen;
}

function shortened(text: string, chance: Chance): string {
  return text.replace(/[a-zâêîôûŵŷ]+/g, (word) => chance.pick(shortForms[word] ?? [word]) ?? word);
}

/** One slip in one word of four letters or more: a letter left out, twice, swapped with the next, the key beside it, one too many. */
function mistyped(text: string, chance: Chance): string {
  const words = [...text.matchAll(/[a-zâêîôûŵŷ']{4,}/g)];
  const found = chance.pick(words);
  if (!found) return text;
  const [word] = found;
  const at = chance.below(word.length);
  const letter = word.charAt(at);
  const near = chance.pick([...(neighbouringKeys[letter] ?? 'e')]) ?? 'e';
  const spoilt = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    at + 1 < word.length ? word.slice(0, at) + word.charAt(at + 1) + letter + word.slice(at + 2) : word + near,
    word.slice(0, at) + near + word.slice(at + 1),
    word.slice(0, at) + near + word.slice(at),
  ][chance.below(5)];
  return text.slice(0, found.index) + (spoilt ?? word) + text.slice(found.index + word.length);
}

/** The town first, the postcode before the street, the flat after the house: parts change places, number and street stay together most times. */
function reordered<Item extends { part: Part }>(written: readonly Item[], chance: Chance): Item[] {
  const groups: Item[][] = [];
  for (const item of written) {
    const last = groups.at(-1);
    if (item.part === 'street' && last?.at(-1)?.part === 'number' && chance.is(0.85)) last.push(item);
    else groups.push([item]);
  }
  for (let moves = 1 + chance.below(2); moves > 0; moves -= 1) {
    const [taken] = groups.splice(chance.below(groups.length), 1);
    if (taken) groups.splice(chance.below(groups.length + 1), 0, taken);
  }
  return groups.flat();
}

const capitals = (text: string): string =>
  text.replace(/(^|[\s,])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
