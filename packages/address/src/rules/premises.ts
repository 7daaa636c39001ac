/**
 * An address by its parts, whichever list it comes from: what Royal Mail (DPA) and BS 7666 (LPI) records have in common.
 */
export interface Premises {
  readonly organisation?: string;
  readonly department?: string;
  readonly poBox?: string;
  /** A part of the building: "Flat 3", "3A", "First Floor". */
  readonly unit?: string;
  /** The building's name. */
  readonly name?: string;
  /** The building's number on its street: "12", "12A", "1-3". */
  readonly number?: string;
  /** A street that leads off another and is known by both. */
  readonly dependentStreet?: string;
  readonly street?: string;
  readonly dependentLocality?: string;
  readonly locality?: string;
  readonly town: string;
  readonly postcode: string;
}

/**
 * A number, as it stands before a street: "12", "12A", "1-3", "12/1", or a single letter. Royal Mail's rule for what is written on the line of
 * what follows it: https://www.poweredbypaf.com/wp-content/uploads/2017/07/Latest-Programmers_guide_Edition-7-Version-6.pdf (table 19).
 */
export const isLikeNumber = (text: string): boolean =>
  /^(\d+|\d.*\d|\d.*\d[A-Z]|\d+[A-Z]|[A-Z])$/i.test(text.trim()) && !/[A-Z]{2}/i.test(text);

/** The lines above the town, as they are written on an envelope. */
export function linesOf(premises: Premises): string[] {
  const { organisation, department, poBox, unit, name, number, dependentStreet, street, dependentLocality, locality } = premises;
  const lines: string[] = [];
  const add = (line: string | undefined): void => {
    if (line) lines.push(line);
  };
  add(organisation);
  add(department);
  if (poBox) add(`PO Box ${poBox}`);

  let onStreet = number ?? '';
  let building = name ?? '';
  // A "name" such as 12A is a number, wherever there is no other.
  if (building !== '' && onStreet === '' && isLikeNumber(building)) {
    onStreet = building;
    building = '';
  }
  if (unit && isLikeNumber(unit) && building !== '') add(`${unit} ${building}`);
  else {
    add(unit);
    add(building);
  }
  const places = [dependentStreet, street, dependentLocality, locality].filter((place) => place !== undefined && place !== '');
  if (onStreet !== '') {
    const first = places.shift();
    add(first === undefined ? onStreet : `${onStreet} ${first}`);
  }
  for (const place of places) add(place);
  return lines;
}

/** What the flats of a building have in common: its name, and its number and street. Undefined for what is no part of a building. */
export function buildingOf(premises: Premises): string | undefined {
  if (!premises.unit || (!premises.name && !premises.number)) return undefined;
  const { name, number, dependentStreet, street } = premises;
  return linesOf({ name, number, dependentStreet, street, town: '', postcode: '' }).join(', ');
}
