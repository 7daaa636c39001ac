import type { Outcome } from '@council-kit/core';
import type { SpecialKind } from '@council-kit/journeys';
import { html } from 'lit';
import type { AddressProblemCode, Addresses } from '../contract/lookup.ts';
import { addressAnswerSchema, parseAddressAnswer, searchFieldNames, type AddressAnswer } from './address-answer.ts';
import { addressSummaryLines } from './address-summary.ts';
import { checkAddress } from './check-address.ts';

/** One question to the address service: see `GET /addresses`. */
export interface AddressesQuestion {
  /** One of these three. */
  readonly by: { readonly postcode: string } | { readonly words: string } | { readonly uprn: string };
  readonly area: 'council' | 'anywhere';
  readonly limit?: number;
  readonly offset?: number;
}

/** Asks for addresses: the gateway in the browser, the address book itself on the server. What goes wrong is a value. */
export type AskAddresses = (
  question: AddressesQuestion,
  asking: { readonly language: string; readonly signal?: AbortSignal },
) => Promise<Outcome<Addresses, AddressProblemCode>>;

/** What the question "address" is, wherever it is asked. Each half adds the template, and how it looks addresses up. */
export const addressQuestion: Pick<SpecialKind<AddressAnswer>, 'schema' | 'parse' | 'check' | 'summary' | 'focusId'> = {
  schema: addressAnswerSchema,
  parse: (form, { name }) => parseAddressAnswer(form, name),
  check: (answer, { question, language }) => checkAddress(answer, question.name, language),
  summary: (answer) => html`${addressSummaryLines(answer).map((line, index) => (index === 0 ? line : html`<br />${line}`))}`,
  // "Enter an address", where nothing was given at all, is said of the field that the page begins with.
  focusId: (field, { name }) => (field === name ? searchFieldNames(name).search : field),
};
