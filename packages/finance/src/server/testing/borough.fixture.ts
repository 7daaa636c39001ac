/** The council that payments are tested with has finance too. */
export { borough, councilTax, parking, type Borough } from '../../../../payments/src/server/testing/borough.fixture.ts';
export { fill } from '../../../../payments/src/server/testing/fill.fixture.ts';
