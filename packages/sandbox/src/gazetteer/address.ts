import type { Council, Ward } from './borough.ts';
import type { Name } from './names.ts';
import type { Settlement } from './settlements.ts';

/** A street in the street gazetteer. */
export interface Street {
  /** Eight digits. */
  readonly usrn: string;
  readonly name: Name;
  /** The street that it leads off, which Royal Mail calls its thoroughfare, this one being dependent. */
  readonly leadsOff?: Name;
  readonly settlement: Settlement;
}

/** An addressable object of BS7666: a range of numbers, a name, or both. */
export interface AddressableObject {
  readonly start?: number;
  readonly startSuffix?: string;
  readonly end?: number;
  readonly endSuffix?: string;
  readonly text?: Name;
}

/** The life of a record: provisional before it is built, historic when it is gone, rejected when it never was. */
export type LogicalStatus = 1 | 6 | 8 | 9;

/** BLPU state: under construction, in use, unoccupied, gone, planning permission granted. */
export type PropertyState = 1 | 2 | 3 | 4 | 6;

/** One property of the gazetteer. */
export interface Address {
  /** 1 to 12 digits, no leading zeros. */
  readonly uprn: string;
  /** The building that it is part of. */
  readonly parent?: Address;
  readonly street: Street;
  readonly secondary?: AddressableObject;
  readonly primary: AddressableObject;
  /** A second approved or former name of the building, by which people know it; it has its own local land and property identifier. */
  readonly alternative?: Name;
  readonly organisation?: string;
  readonly department?: string;
  readonly level?: string;
  /** AddressBase classification: RD04 is terraced. */
  readonly classification: string;
  readonly status: LogicalStatus;
  readonly state: PropertyState;
  /** Metres on the National Grid. */
  readonly easting: number;
  readonly northing: number;
  readonly ward: Ward;
  /** Who keeps the record: the ward's council, but for a few that Ordnance Survey keeps. */
  readonly custodian: Council;
  /** With its space; '' where none is allocated yet. */
  readonly postcode: string;
  /** Royal Mail's number of the delivery point, or undefined where it delivers nothing (yet). */
  readonly udprn?: string;
  readonly deliveryPointSuffix?: string;
  readonly poBox?: string;
  /** The households behind its letter box; 0 where it is no home or is split into flats of their own. */
  readonly households: number;
  /** Days since 1970-01-01. */
  readonly entered: number;
  readonly updated: number;
  readonly ended?: number;
}
