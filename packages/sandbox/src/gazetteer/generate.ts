import type { Address, Street } from './address.ts';
import { boroughRadius, centre, nationalCustodian, wardAt } from './borough.ts';
import type { GridPosition } from './coordinates.ts';
import { nameIn, streetName } from './names.ts';
import { postcode, terminatedPerOutward, unitsPerOutward } from './postcodes.ts';
import { propertiesOf, type Property, type StreetKind } from './properties.ts';
import { seededRandom, type Random } from './random.ts';
import { settlementsOf, type Settlement, type SettlementKind } from './settlements.ts';

/** Which gazetteer. */
export interface GazetteerOptions {
  /** How many addresses, exactly. Default 100,000; from 1 to 2,000,000. */
  size?: number;
  /** Another seed, another borough. Default 1. */
  seed?: number;
}

/** What stands on a settlement's streets, in turn. */
const streetsOf: Readonly<Record<SettlementKind, readonly StreetKind[]>> = {
  centre: [
    'shops',
    'terrace',
    'flats',
    'farms',
    'semis',
    'new-build',
    'mews',
    'named',
    'industrial',
    'college',
    'terrace',
    'detached',
    'semis',
    'tower',
  ],
  suburb: ['semis', 'terrace', 'flats', 'mews', 'detached', 'semis', 'new-build', 'named', 'semis', 'terrace', 'industrial'],
  village: ['terrace', 'named', 'semis', 'farms', 'detached', 'mews', 'shops', 'new-build', 'semis', 'farms'],
  hamlet: ['farms', 'named', 'detached', 'farms', 'mews'],
};

/**
 * A synthetic gazetteer: every address of an invented borough, the same for the same size and seed, in no more memory than a street takes.
 * A building comes before what is in it. Streets follow one another; a postcode's addresses do not always.
 *
 * @throws RangeError for a size that cannot be made.
 */
export function* generateGazetteer(options: GazetteerOptions = {}): Generator<Address, void, undefined> {
  const { size = 100_000, seed = 1 } = options;
  if (!Number.isInteger(size) || size < 1 || size > 2_000_000) throw new RangeError('The size must be a whole number from 1 to 2,000,000.');
  if (!Number.isInteger(seed)) throw new RangeError('The seed must be a whole number.');
  const numbers = new Numbers();
  const radius = boroughRadius(size);
  for (const settlement of settlementsOf(size)) {
    let left = settlement.size;
    const units = { next: 0 };
    if (settlement.number === 0) {
      for (const address of specials(settlement, numbers, left)) {
        left -= 1;
        yield address;
      }
    }
    for (let index = 0; left > 0; index += 1) {
      const random = seededRandom(seed, settlement.number, index);
      for (const address of addressesOf(settlement, index, random, numbers, units, radius)) {
        yield address;
        left -= 1;
        if (left === 0) break;
      }
    }
  }
}

/** The addresses of one street. */
function* addressesOf(
  settlement: Settlement,
  index: number,
  random: Random,
  numbers: Numbers,
  units: { next: number },
  radius: number,
): Generator<Address> {
  const kinds = streetsOf[settlement.kind];
  const given = kinds[index % kinds.length] ?? 'semis';
  // The first settlement has a tower at once, the others have one when they are large.
  const kind =
    settlement.number === 0 && index === 2 && settlement.size > 400 ? 'tower' : given === 'tower' && random.onceIn(2) ? 'flats' : given;
  const street: Street = {
    usrn: numbers.street(),
    name: streetName(index, settlement.number),
    settlement,
    ...(kind === 'mews' && index > 0 ? { leadsOff: streetName(index - 1, settlement.number) } : {}),
  };
  const start = streetStart(settlement, index);
  const heading = random.next() * 2 * Math.PI;
  const made = new Map<Property, Address>();
  let unit = takeUnit(units);
  let behind = 0;
  let perUnit = random.whole(14, 40);
  const place = nameIn(settlement.town, 'en');
  for (const property of propertiesOf(kind, random, place)) {
    const parent = property.within && made.get(property.within);
    if (!parent && (property.ownPostcode ? behind > 0 : behind >= perUnit)) {
      unit = takeUnit(units);
      behind = 0;
      perUnit = random.whole(14, 40);
    }
    behind += 1;
    const at = along(start, heading, property);
    const ward = wardAt(at, radius);
    const entered = random.whole(11_382, 19_700);
    const updated = random.whole(entered, lastUpdate);
    const status = property.status ?? 1;
    const address: Address = {
      uprn: numbers.property(random),
      parent,
      street,
      secondary: property.secondary,
      primary: property.primary,
      alternative: property.alternative,
      organisation: property.organisation,
      department: property.department,
      level: property.level,
      classification: property.classification,
      status,
      state: property.state ?? 2,
      easting: at.easting,
      northing: at.northing,
      ward,
      custodian: property.classification.startsWith('CU') && random.onceIn(2) ? nationalCustodian : ward.council,
      postcode: property.unallocated ? '' : (parent?.postcode ?? postcode(settlement.outward, unit)),
      udprn: property.delivered ? numbers.deliveryPoint() : undefined,
      deliveryPointSuffix: property.delivered ? `${(behind % 9) + 1}${'ABDEFGHJLN'.charAt(behind % 10)}` : undefined,
      households: property.households ?? 0,
      entered: kind === 'new-build' ? lastUpdate - random.whole(10, 90) : entered,
      updated: kind === 'new-build' ? lastUpdate - random.whole(0, 9) : updated,
      ended: status === 8 ? updated : undefined,
    };
    made.set(property, address);
    yield address;
  }
}

/** 30 September 2026, the day of the gazetteer. */
export const lastUpdate = 20_726;

function takeUnit(units: { next: number }): number {
  // The last are the terminated ones, and before them three for PO boxes.
  const unit = units.next % (unitsPerOutward - terminatedPerOutward - 3);
  units.next += 1;
  return unit;
}

/** Streets lie round the middle of their settlement as the seeds of a sunflower do. */
function streetStart(settlement: Settlement, index: number): GridPosition {
  const distance = (settlement.kind === 'hamlet' ? 220 : 90) * Math.sqrt(index);
  const angle = index * 2.399_963;
  return {
    easting: settlement.centre.easting + distance * Math.sin(angle),
    northing: settlement.centre.northing + distance * Math.cos(angle),
  };
}

function along(start: GridPosition, heading: number, property: Property): GridPosition {
  const cos = Math.cos(heading);
  const sin = Math.sin(heading);
  const toCentimetres = (metres: number): number => Math.round(metres * 100) / 100;
  return {
    easting: toCentimetres(start.easting + property.along * sin + property.aside * cos),
    northing: toCentimetres(start.northing + property.along * cos - property.aside * sin),
  };
}

/** PO boxes at the sorting office, and two units of the forces: delivered to, and nowhere on the map. */
function* specials(settlement: Settlement, numbers: Numbers, room: number): Generator<Address> {
  if (room < 100) return;
  const at = { easting: Math.round(centre.easting), northing: Math.round(centre.northing) };
  const ward = wardAt(at, boroughRadius(room));
  const common = {
    ...at,
    ward,
    custodian: ward.council,
    status: 1,
    state: 2,
    households: 0,
    entered: 14_000,
    updated: 18_000,
  } as const;
  const office: Street = { usrn: numbers.street(), name: { en: 'Sorting Office Yard', cy: 'Iard y Swyddfa Ddidoli' }, settlement };
  for (const [index, organisation] of ['Aldermere Council', 'Llynwern Building Society', undefined].entries()) {
    yield {
      ...common,
      uprn: String(index + 1),
      street: office,
      primary: { text: { en: `PO Box ${index * 50 + 1}`, cy: `Blwch Post ${index * 50 + 1}` } },
      organisation,
      classification: 'CO01',
      postcode: postcode(settlement.outward, unitsPerOutward - terminatedPerOutward - 1 - index),
      udprn: numbers.deliveryPoint(),
      deliveryPointSuffix: '1A',
      poBox: String(index * 50 + 1),
    };
  }
  const forces: Street = {
    usrn: numbers.street(),
    name: { en: 'BFPO 9990' },
    settlement: { ...settlement, town: { en: 'BFPO' }, postTown: { en: 'BFPO' } },
  };
  for (const [index, unit] of ['1st Battalion The Aldermere Regiment', 'HMS Llynwern'].entries()) {
    yield {
      ...common,
      uprn: String(index + 4),
      street: forces,
      primary: { text: { en: unit } },
      organisation: unit,
      custodian: nationalCustodian,
      classification: 'MA',
      postcode: 'BF9 9ZZ',
      udprn: numbers.deliveryPoint(),
      deliveryPointSuffix: `${index + 1}A`,
    };
  }
}

/** Counts the numbers out. Nothing is remembered of those given. */
class Numbers {
  #streets = 0;
  #deliveryPoints = 0;
  /** How many UPRNs of each length are out; of one digit the specials have taken five. */
  readonly #given: number[] = [0, 5, ...Array.from({ length: 11 }, () => 0)];

  street(): string {
    this.#streets += 1;
    return String(49_000_000 + this.#streets);
  }

  deliveryPoint(): string {
    this.#deliveryPoints += 1;
    return String(90_000_000 + this.#deliveryPoints);
  }

  /** A UPRN: most have 11 or 12 digits, as in life, some any other number. */
  property(random: Random): string {
    const wanted = random.onceIn(400) ? random.whole(1, 9) : random.pick([12, 12, 12, 12, 11, 11, 11, 10, 8]);
    // The lengths that hold too few are soon full.
    const length = (this.#given[wanted] ?? 0) < 9 * 10 ** (wanted - 1) ? wanted : 12;
    const counted = this.#given[length] ?? 0;
    this.#given[length] = counted + 1;
    if (length <= 5) return String(length === 1 ? counted + 1 : 10 ** (length - 1) + counted);
    // Scattered over its length, so that neighbours in number are not neighbours in the street: a prime step through ten million.
    const scattered = length >= 8 ? (counted * 7_654_321) % 10_000_000 : counted;
    return String((prefixes[length] ?? 10 ** (length - 1)) + scattered);
  }
}

const prefixes: Readonly<Record<number, number>> = { 8: 90_000_000, 10: 1_005_000_000, 11: 10_023_000_000, 12: 100_090_000_000 };
