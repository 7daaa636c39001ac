/**
 * The question "address" on pages without JavaScript: a postcode, then a choice, and by hand at any point. The same words, fields and errors as the
 * element.
 */
import type { Language } from '@council-kit/core';
import { special, type SpecialContext, type SpecialKind } from '@council-kit/journeys';
import * as v from 'valibot';
import { addressSchema, type Address, type ListedAddress } from '../../contract/address.ts';
import { addressSettings, searchFieldNames, type AddressAnswer } from '../../question/address-answer.ts';
import { fieldName } from '../../question/address-fields.ts';
import { addressQuestion } from '../../question/address-question.ts';
import { editByHand } from '../../rules/by-hand.ts';
import { readPostcode } from '../../rules/postcode.ts';
import type { AddressBook } from '../address-book.ts';
import { addressTemplate } from './address.template.ts';
import { listOf, lookUp, typedPostcode, type AddressList, type LookedUp } from './look-up.ts';

/** @param book undefined where the gateway has no address service: then everything is written by hand */
export function addressSpecialOf(book: () => AddressBook | undefined): SpecialKind {
  const look = (search: string, { language, question }: SpecialContext): Promise<LookedUp> =>
    lookUp(book(), search, { language: languageOf(language), area: addressSettings(question.settings).area });

  return special<AddressAnswer>({
    ...addressQuestion,

    async load({ answer, ...context }): Promise<AddressList | undefined> {
      const { stage = 'search', search } = answer ?? {};
      if (search === undefined || (stage !== 'choose' && stage !== 'search')) return undefined;
      // A page that asks for a postcode again: only who else looks after the one before is of use, and that is known by now.
      if (stage === 'search' && !readPostcode(typedPostcode(search).postcode)) return undefined;
      const found = await look(search, context);
      if (found.kind === 'elsewhere') return { addresses: [], outside: found.outside };
      return found.kind === 'found' ? listOf(found, premisesOf(answer)) : undefined;
    },

    async act(action, answer) {
      if (action === 'by-hand') return { answer: byHand(answer) };
      return { answer: { ...answer, stage: action === 'search' ? 'search' : (answer?.stage ?? 'search') } };
    },

    async complete(answer, context) {
      const { name } = context.question;
      const { stage, search, picked, address } = answer;
      if (search === undefined || stage === 'chosen') return { answer };
      // By hand, and nothing to compare it with.
      if (stage === 'by-hand' && (picked === undefined || address === undefined)) return { answer };
      if (stage === 'choose' && picked === undefined) return { answer };

      const found = await look(search, context);
      if (stage === 'by-hand') {
        const original = found.kind === 'found' && found.addresses.find(({ uprn }) => uprn === picked);
        const edited = original && address && editByHand(addressOfList(original), address);
        // What was looked at by hand and left as it was is still what the lists have.
        return { answer: edited && edited.uprn !== undefined ? { ...answer, stage: 'chosen', address: edited } : answer };
      }
      if (found.kind === 'down') return { answer: byHand(answer), errors: [{ field: fieldName(name, 'line-1'), message: found.message }] };
      if (found.kind === 'not-listed') return { answer: byHand(answer), stay: true };
      if (found.kind !== 'found')
        return { answer: { ...answer, stage: 'search' }, errors: [{ field: searchFieldNames(name).search, message: found.message }] };

      if (stage === 'choose') {
        const chosen = found.addresses.find(({ uprn }) => uprn === picked);
        return { answer: chosen ? choose(answer, chosen) : { ...answer, picked: undefined } };
      }
      const { addresses } = listOf(found, premisesOf(answer));
      const [only] = addresses;
      // One that is found and not yet seen is shown before it counts.
      return only && addresses.length === 1
        ? { answer: choose(answer, only), stay: true }
        : { answer: { ...answer, stage: 'choose', picked: undefined }, stay: true };
    },

    template: addressTemplate,
  });
}

/** The house name or number, from its own field or from beside the postcode. */
function premisesOf({ search = '', premises }: Partial<AddressAnswer> = {}): string | undefined {
  return premises ?? (typedPostcode(search).rest || undefined);
}

const languageOf = (language: string): Language => (language === 'cy' ? 'cy' : 'en');

const choose = (answer: AddressAnswer, listed: ListedAddress): AddressAnswer => ({
  ...answer,
  stage: 'chosen',
  picked: listed.uprn,
  address: addressOfList(listed),
});

/** What is answered of an address in a list. */
const addressOfList = (listed: ListedAddress): Address => v.parse(addressSchema, listed);

/** Written by hand, beginning with whatever is known or was typed. */
function byHand(answer: AddressAnswer | undefined): AddressAnswer {
  const { search = '', address } = answer ?? {};
  const postcode = readPostcode(typedPostcode(search).postcode);
  const line = postcode ? premisesOf(answer) : [answer?.premises, search].filter(Boolean).join(' ');
  const { uprn, ...known } = address ?? { lines: line ? [line] : [], town: '', postcode: postcode?.text ?? '' };
  const { town, postcode: written } = known;
  return {
    ...answer,
    stage: 'by-hand',
    ...(uprn !== undefined && { picked: uprn }),
    address: {
      lines: known.lines,
      town,
      postcode: written,
      ...('country' in known && known.country !== undefined && { country: known.country }),
      source: 'by-hand',
    },
  };
}
