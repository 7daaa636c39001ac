/** What the authorities of an invented council charge, for tests and stories. */
import * as v from 'valibot';
import { councilTaxChargesSchema, type CouncilTaxCharges } from '../contract/bill.ts';
import { authorities, scottishAuthorities } from './bills.ts';

export const charges: CouncilTaxCharges = v.parse(councilTaxChargesSchema, {
  year: 2026,
  nation: 'england',
  areas: [
    { id: 'mill-lane', name: { en: 'Mill Lane', cy: 'Mill Lane' }, authorities },
    { id: 'northgate', name: { en: 'Northgate town', cy: 'Tref Northgate' }, authorities: authorities.slice(0, 5) },
  ],
  premiums: {
    secondHome: 100,
    empty: [
      { years: 1, percent: 100 },
      { years: 5, percent: 200 },
    ],
  },
  supportUrl: 'https://www.council.example/council-tax/help',
});

/** One area, no premiums, Wales. */
export const welshCharges: CouncilTaxCharges = v.parse(councilTaxChargesSchema, {
  year: 2026,
  nation: 'wales',
  areas: [{ id: 'tref', name: { en: 'The town', cy: 'Y dref' }, authorities: authorities.slice(2, 5) }],
});

/** Scotland, with water and sewerage. */
export const scottishCharges: CouncilTaxCharges = v.parse(councilTaxChargesSchema, {
  year: 2024,
  nation: 'scotland',
  areas: [{ id: 'stirling', name: { en: 'Stirling', cy: 'Stirling' }, authorities: scottishAuthorities }],
  premiums: { secondHome: 100 },
});
