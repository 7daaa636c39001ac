/** Looking up addresses, whatever the source: what the routes answer, and what other services' pages may ask. */
import { Problem, type Ground } from '@council-kit/gateway';
import type { ListedAddress, Position } from '../contract/address.ts';
import { longestQuestion, mostAddresses, type Addresses, type Neighbour, type PostcodeFacts } from '../contract/lookup.ts';
import type { FoundAddress } from '../rules/listed-address.ts';
import { inNaturalOrder } from '../rules/natural-order.ts';
import { isIncompletePostcode, readPostcode, type Postcode } from '@council-kit/core';
import { readUprn } from '../rules/uprn.ts';
import type { AddressSource, Asking } from './address-source.ts';
import type { Councils } from './councils.ts';
import type { KnownPostcode, PostcodesIo } from './postcodes-io/postcodes-io.ts';
import { addressProblem } from './problems.ts';

export interface AddressBookParts {
  readonly source: AddressSource;
  readonly councils: Councils;
  readonly postcodes: PostcodesIo | undefined;
  readonly log: Ground['log'];
}

export interface AddressQuestion extends Asking {
  /** See `area` of the contract. */
  readonly area: 'council' | 'anywhere';
  readonly limit: number;
  readonly offset: number;
}

export class AddressBook {
  readonly #parts: AddressBookParts;

  constructor(parts: AddressBookParts) {
    this.#parts = parts;
  }

  /** @throws Problem: see `addressProblems` of the contract */
  async byPostcode(typed: string, question: AddressQuestion): Promise<Addresses> {
    const postcode = this.#readPostcode(typed, question);
    const found = await this.#parts.source.byPostcode(postcode, question);
    if (found.length > 0) {
      const inOrder = [...found].sort((one, other) => inNaturalOrder(one.premises, other.premises));
      return { postcode: postcode.text, ...this.#page(inOrder, question) };
    }
    if (postcode.kind !== 'standard') throw addressProblem.postcodeNotListed();
    const neighbour = await this.#whoElse(postcode, question);
    return { postcode: postcode.text, total: 0, offset: question.offset, addresses: [], outside: [neighbour] };
  }

  /** @throws Problem 400 and 404 */
  async byUprn(typed: string, question: AddressQuestion): Promise<Addresses> {
    const uprn = readUprn(typed);
    if (uprn === undefined) throw addressProblem.uprnInvalid(question.language);
    const found = await this.#parts.source.byUprn(uprn, question);
    if (!found) throw addressProblem.uprnNotFound();
    return this.#page([found], question);
  }

  /** A postcode that is typed where an address may be is taken as one; words that are like nothing give an empty answer. */
  async byWords(text: string, question: AddressQuestion): Promise<Addresses> {
    const typed = text.slice(0, longestQuestion);
    if (readPostcode(typed)) return this.byPostcode(typed, question);
    const wanted = Math.min(mostAddresses, question.offset + question.limit);
    const first = await this.#parts.source.byWords(typed, wanted, question);
    const page = this.#page(first, question);
    // The likeliest are a neighbour's: this council's may come after them.
    if (page.total >= wanted || first.length < wanted || wanted === mostAddresses) return page;
    return this.#page(await this.#parts.source.byWords(typed, mostAddresses, question), question);
  }

  async near(position: Position, question: AddressQuestion): Promise<Addresses> {
    return this.#page(await this.#parts.source.near(position, question), question);
  }

  /** @throws Problem */
  async facts(typed: string, question: Asking): Promise<PostcodeFacts> {
    const postcode = this.#readPostcode(typed, question);
    const { postcodes } = this.#parts;
    const base = { postcode: postcode.text, kind: postcode.kind };
    if (postcode.kind !== 'standard' || !postcodes) return base;
    const known = await postcodes.look(postcode);
    if (known.kind === 'unknown') throw addressProblem.postcodeNotFound();
    if (known.kind === 'terminated') throw addressProblem.postcodeTerminated(known.year, known.month);
    return { ...base, ...known.facts };
  }

  #readPostcode(typed: string, { language }: Asking): Postcode {
    const postcode = readPostcode(typed);
    if (postcode) return postcode;
    throw isIncompletePostcode(typed) ? addressProblem.postcodeIncomplete(language) : addressProblem.postcodeInvalid(language);
  }

  #page(found: readonly FoundAddress[], { area, limit, offset }: AddressQuestion): Omit<Addresses, 'postcode'> {
    const { councils } = this.#parts;
    const all = found.map(({ address }) => address);
    const inside = area === 'anywhere' ? all : all.filter((address) => councils.isOwn(address));
    const outside: ListedAddress[] = inside.length === all.length ? [] : all.filter((address) => !councils.isOwn(address));
    return { total: inside.length, offset, addresses: inside.slice(offset, offset + limit), outside: councils.outside(outside) };
  }

  /** A postcode without addresses of ours: whose is it? @throws Problem where it is nobody's, or ours */
  async #whoElse(postcode: Postcode, { language }: Asking): Promise<Neighbour> {
    const { councils } = this.#parts;
    const known = await this.#known(postcode);
    if (known.kind === 'terminated') throw addressProblem.postcodeTerminated(known.year, known.month);
    const council = known.kind === 'known' ? known.facts.council : undefined;
    if (council?.gss === undefined || councils.isOwnArea(council.gss) !== false) throw addressProblem.postcodeNotFound();
    return councils.ofArea(council.gss, council.name, language);
  }

  /** That there are no addresses is known; where the reason cannot be had, it is said without one. */
  async #known(postcode: Postcode): Promise<KnownPostcode> {
    try {
      return (await this.#parts.postcodes?.look(postcode)) ?? { kind: 'unknown' };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#parts.log.warn({ err: error }, 'postcodes.io gave no answer');
      return { kind: 'unknown' };
    }
  }
}
