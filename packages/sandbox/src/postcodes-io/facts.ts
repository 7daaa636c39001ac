import type { Address } from '../gazetteer/address.ts';
import { toWgs84, type GridPosition } from '../gazetteer/coordinates.ts';

/** A postcode as ONS's directory has it: one place, and the areas that this place lies in, even where its addresses lie in two. */
export interface PostcodeFacts {
  /** With its space. */
  readonly postcode: string;
  readonly place: GridPosition;
  /** The address nearest to the mean of them all: the postcode is where that one is. */
  readonly address: Address;
}

/** Finds the place of a postcode. */
export function factsOf(addresses: readonly Address[]): PostcodeFacts | undefined {
  const mean = { easting: 0, northing: 0 };
  for (const { easting, northing } of addresses) {
    mean.easting += easting / addresses.length;
    mean.northing += northing / addresses.length;
  }
  const distance = (one: Address): number => Math.hypot(one.easting - mean.easting, one.northing - mean.northing);
  let nearest = addresses[0];
  for (const one of addresses) if (nearest && distance(one) < distance(nearest)) nearest = one;
  if (!nearest) return undefined;
  const place = { easting: Math.round(nearest.easting), northing: Math.round(nearest.northing) };
  return { postcode: nearest.postcode, place, address: nearest };
}

/** A postcode as postcodes.io writes it. Names and codes of areas are invented, like the borough. */
export function writeFacts({ postcode, place, address }: PostcodeFacts): Record<string, unknown> {
  const { latitude, longitude } = toWgs84(place);
  const { ward } = address;
  const { council } = ward;
  const [outcode, incode] = postcode.split(' ');
  const areaNumber = council.code.slice(-2);
  const small = `${council.name.en} 0${ward.code.slice(-2)}A`;
  const middle = `${council.name.en} 0${ward.code.slice(-2)}`;
  const constituency = `${council.name.en} Bay`;
  return {
    postcode,
    quality: 1,
    eastings: place.easting,
    northings: place.northing,
    country: 'Wales',
    nhs_ha: 'Cardigan Bay University Health Board',
    longitude: Number(longitude.toFixed(6)),
    latitude: Number(latitude.toFixed(6)),
    european_electoral_region: 'Wales',
    primary_care_trust: 'Cardigan Bay University Health Board',
    region: null,
    lsoa: small,
    msoa: middle,
    incode,
    outcode,
    parliamentary_constituency: constituency,
    parliamentary_constituency_2024: constituency,
    admin_district: council.name.en,
    parish: ward.name.en,
    admin_county: null,
    date_of_introduction: '198001',
    admin_ward: ward.name.en,
    ced: null,
    ccg: 'Cardigan Bay University Health Board',
    nuts: council.name.en,
    pfa: 'Cardigan Bay',
    nhs_region: null,
    ttwa: 'Aldermere',
    national_park: null,
    bua: address.street.settlement.town.en,
    icb: null,
    cancer_alliance: null,
    lsoa11: small,
    msoa11: middle,
    lsoa21: small,
    msoa21: middle,
    oa21: `W000990${areaNumber}`,
    ruc11: null,
    ruc21: null,
    lep1: null,
    lep2: null,
    codes: {
      admin_district: council.code,
      admin_county: 'W99999999',
      admin_ward: ward.code,
      parish: ward.parishCode,
      parliamentary_constituency: `W070009${areaNumber}`,
      parliamentary_constituency_2024: `W070009${areaNumber}`,
      ccg: 'W11000099',
      ccg_id: '7ZZ',
      ced: 'W99999999',
      nuts: 'TLL99',
      lsoa: `W010099${ward.code.slice(-2)}`,
      msoa: `W020099${ward.code.slice(-2)}`,
      lau2: council.code,
      pfa: 'W15000099',
      nhs_region: 'W99999999',
      ttwa: 'W22000099',
      national_park: 'W99999999',
      bua: 'W37000099',
      icb: 'W99999999',
      cancer_alliance: 'W99999999',
      lsoa11: `W010099${ward.code.slice(-2)}`,
      msoa11: `W020099${ward.code.slice(-2)}`,
      lsoa21: `W010099${ward.code.slice(-2)}`,
      msoa21: `W020099${ward.code.slice(-2)}`,
      oa21: `W000990${areaNumber}`,
      ruc11: null,
      ruc21: null,
      lep1: null,
      lep2: null,
    },
  };
}
