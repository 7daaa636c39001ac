/** The words of AddressBase's codes, as OS Places gives them. */

/** https://docs.os.uk/os-downloads/products/addresses-and-names-portfolio/addressbase-premium: classification scheme. */
export const classifications: Readonly<Record<string, string>> = {
  CA01: 'Farm / Non-Residential Associated Building',
  CE01: 'College',
  CI01: 'Factory/Manufacturing',
  CI04: 'Warehouse / Store / Storage Depot',
  CM01: 'Dentist',
  CO01: 'Office / Work Studio',
  CR01: 'Bank / Financial Services',
  CR07: 'Restaurant / Cafeteria',
  CR08: 'Shop / Showroom',
  CU01: 'Electricity Sub-Station',
  LD: 'Development',
  MA: 'Army',
  PP: 'Property Shell',
  RD01: 'Caravan',
  RD02: 'Detached',
  RD03: 'Semi-Detached',
  RD04: 'Terraced',
  RD06: 'Self Contained Flat (Includes Maisonette / Apartment)',
  RG02: 'Lock-Up Garage / Garage Court',
  RI03: 'Residential Education',
};

/** BLPU and LPI logical statuses. OS Places has no rejected records: they never leave the council. */
export const statuses: Readonly<Record<number, string>> = { 1: 'APPROVED', 3: 'ALTERNATIVE', 6: 'PROVISIONAL', 8: 'HISTORICAL' };

export const propertyStates: Readonly<Record<number, string>> = {
  1: 'Under construction',
  2: 'In use',
  3: 'Unoccupied / vacant / derelict',
  4: 'No longer existing',
  6: 'Planning permission granted',
};

export const postalCodes: Readonly<Record<string, string>> = {
  D: 'A record which is linked to PAF',
  C: 'A record which is postal and has a parent record which is linked to PAF',
  N: 'Not a postal address',
  L: 'A record which is identified as postal based on Local Authority information',
};
