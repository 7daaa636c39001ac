import type { Address, Street } from './address.ts';
import { boroughRadius, nationalCustodian, wardAt } from './borough.ts';
import type { GridPosition } from './coordinates.ts';
import { nameIn, streetName } from './names.ts';
import { Numbers } from './numbers.ts';
import { postcode, terminatedPerOutward, unitsPerOutward } from './postcodes.ts';
import { propertiesOf, type StreetKind } from './properties.ts';
import type { Property } from './property.ts';
import { seededRandom, type Random } from './random.ts';
import { settlementsOf, type Settlement, type SettlementKind } from './settlements.ts';
import { specials } from './specials.ts';

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
