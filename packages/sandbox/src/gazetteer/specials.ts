import type { Address, Street } from './address.ts';
import { boroughRadius, centre, nationalCustodian, wardAt } from './borough.ts';
import type { Numbers } from './numbers.ts';
import { postcode, terminatedPerOutward, unitsPerOutward } from './postcodes.ts';
import type { Settlement } from './settlements.ts';

/** PO boxes at the sorting office, and two units of the forces: delivered to, and nowhere on the map. */
export function* specials(settlement: Settlement, numbers: Numbers, room: number): Generator<Address> {
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
