/** Answers of the gateway, for stories and tests of what is made of them. */
import type { Outcome } from '@council-kit/core';
import type { ListedAddress } from '../../contract/address.ts';
import type { AddressProblemCode, Addresses } from '../../contract/lookup.ts';
import type { AddressesQuestion, AskAddresses } from '../../question/address-question.ts';
import type { CouncilAddressLookup } from '../address-lookup.ts';

let last = 100_012_345;

/** An address of Aldermere: "12 Mill Lane", or "Flat 3, Heron Court, 5 Mill Lane" with what follows the first comma as its building. */
export function listed(text: string, postcode = 'AM1A 1JT'): ListedAddress {
  const lines = text.split(', ');
  return {
    lines,
    town: 'Aldermere',
    postcode,
    source: 'DPA',
    uprn: String((last += 1)),
    usrn: '49000014',
    position: { latitude: 52.42, longitude: -4.61 },
    classification: 'RD06',
    custodian: { code: 6991, name: 'Aldermere' },
    singleLine: `${text}, Aldermere, ${postcode}`,
    language: 'en',
    ...(lines.length > 1 && { building: lines.slice(1).join(', ') }),
  };
}

export function addressesAt(texts: readonly string[], postcode = 'AM1A 1JT'): Addresses {
  const addresses = texts.map((text) => listed(text, postcode));
  return { postcode, total: addresses.length, offset: 0, addresses, outside: [] };
}

const millLane = addressesAt([
  '1 Mill Lane',
  '1A Mill Lane',
  '2 Mill Lane',
  'Flat 1, Heron Court, 5 Mill Lane',
  'Flat 2, Heron Court, 5 Mill Lane',
  'Flat 10, Heron Court, 5 Mill Lane',
  '7 Mill Lane',
  '10 Mill Lane',
  '12 Mill Lane',
  '12A Mill Lane',
]);

/** A tower of 250 flats. */
export const tower: Addresses = addressesAt(
  Array.from({ length: 250 }, (_, flat) => `Flat ${String(flat + 1)}, Kestrel Tower, 1 Quay Street`),
  'AM9 9ZZ',
);

/** Answers with this, a page at a time. */
export function outcomes(whole: Addresses): AskAddresses {
  return ({ limit = 100, offset = 0 }) =>
    Promise.resolve({ kind: 'answer', status: 200, value: { ...whole, offset, addresses: whole.addresses.slice(offset, offset + limit) } });
}

/** Mill Lane, by its postcode and by words. */
export const answers: AskAddresses = (question, asking) => {
  const { by } = question;
  if (!('words' in by)) return outcomes(millLane)(question, asking);
  const addresses = millLane.addresses.filter(({ singleLine }) => singleLine.toLowerCase().startsWith(by.words.toLowerCase()));
  return outcomes({ ...millLane, total: addresses.length, addresses })(question, asking);
};

/** Answers with a problem of 404. */
export const nobody =
  (code: string, detail?: string): AskAddresses =>
  () =>
    Promise.resolve(problem(404, code, { detail }));

/** Is busy for a minute. */
export const busy: AskAddresses = () => Promise.resolve(problem(429, 'addresses_busy', { retryAfter: 60 }));

export function problem(
  status: number,
  code: string,
  { detail, retryAfter }: { readonly detail?: string; readonly retryAfter?: number } = {},
): Outcome<Addresses, AddressProblemCode> {
  return { kind: 'problem', problem: { type: 'about:blank', title: code, status, code, detail }, retryAfter } as Outcome<
    Addresses,
    AddressProblemCode
  >;
}

/** A gateway whose answers come when a test lets them. */
export class SlowGateway {
  readonly asked: {
    readonly question: AddressesQuestion;
    readonly signal: AbortSignal;
    readonly answer: (outcome: Outcome<Addresses, AddressProblemCode>) => void;
  }[] = [];
  #more: () => void = () => undefined;

  readonly ask: AskAddresses = (question, { signal = new AbortController().signal }) =>
    new Promise((answer, stopped) => {
      signal.addEventListener('abort', () => stopped(signal.reason as Error));
      this.asked.push({ question, signal, answer });
      this.#more();
    });

  /** Waits for the next question that is not yet asked. */
  async next(count = this.asked.length + 1): Promise<(typeof this.asked)[number]> {
    while (this.asked.length < count) await new Promise<void>((done) => (this.#more = done));
    return this.asked[count - 1] as (typeof this.asked)[number];
  }
}

/** Types into the field, without keys. */
export function typeInto(element: CouncilAddressLookup, typed: string): void {
  const field = element.querySelector<HTMLInputElement>('input[role="combobox"]');
  if (!field) throw new Error('there is no field to search in');
  field.focus();
  field.value = typed;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** What it comes to when this was typed and looked for. */
export async function found(element: CouncilAddressLookup, typed: string): Promise<void> {
  await element.updateComplete;
  typeInto(element, typed);
  [...element.querySelectorAll<HTMLElement>('.council-address-ways button')][0]?.click();
  // Answers that are known already take some turns, and no time.
  for (let turn = 0; turn < 20; turn += 1) {
    await element.updateComplete;
    await new Promise((done) => setTimeout(done));
  }
}
