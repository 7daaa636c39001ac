import type { AddressableObject, LogicalStatus, PropertyState } from './address.ts';
import type { Name } from './names.ts';

/** A property as its street has it, before it gets its numbers, its place and its postcode. */
export interface Property {
  within?: Property;
  primary: AddressableObject;
  secondary?: AddressableObject;
  alternative?: Name;
  organisation?: string;
  department?: string;
  level?: string;
  classification: string;
  /** Metres along the street, and to its side: negative on the left. */
  along: number;
  aside: number;
  status?: LogicalStatus;
  state?: PropertyState;
  /** Whether Royal Mail delivers there. */
  delivered: boolean;
  /** Whether it starts a postcode: a tower has one to itself. */
  ownPostcode?: boolean;
  /** Whether a postcode is allocated; yes unless told. */
  unallocated?: boolean;
  households?: number;
}

/** Odd numbers stand on the left, metres from the middle. */
export const side = (number: number): number => (number % 2 === 0 ? 14 : -14);

/** A, B, C … for 0, 1, 2 … */
export const letter = (index: number): string => String.fromCharCode(65 + index);
