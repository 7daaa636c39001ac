import { type Language, type Postcode } from '@council-kit/core';
import type { Custodian, Position } from '../contract/address.ts';
import type { FoundAddress } from '../rules/listed-address.ts';

/** Who asks, and how. */
export interface Asking {
  readonly language: Language;
  /** The gateway's token for the client: its share of what may be asked. Pages without JavaScript have none, and share one turn among them. */
  readonly client?: string;
}

/** How a source names the councils of its addresses. */
export type NameCustodian = (code: number, description?: string) => Custodian;

/** Where addresses come from. Each throws a Problem where it has no answer; "there is none" is an answer. */
export interface AddressSource {
  /** All of a postcode's addresses, in any order. */
  byPostcode(postcode: Postcode, asking: Asking): Promise<readonly FoundAddress[]>;
  byUprn(uprn: string, asking: Asking): Promise<FoundAddress | undefined>;
  /** The likeliest first. */
  byWords(text: string, most: number, asking: Asking): Promise<readonly FoundAddress[]>;
  /** The nearest first. */
  near(position: Position, asking: Asking): Promise<readonly FoundAddress[]>;
}
