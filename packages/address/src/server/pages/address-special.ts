/**
 * The question "address" on pages without JavaScript: a postcode, then a choice, and by hand at any point. The same words, fields and errors as the
 * element.
 */
import { languageOf } from '@council-kit/core';
import { special, type SpecialContext, type SpecialKind } from '@council-kit/journeys';
import { questionOf } from '../../address-lookup/typed-question.ts';
import type { ListedAddress } from '../../contract/address.ts';
import { addressSettings, searchFieldNames, type AddressAnswer } from '../../question/address-answer.ts';
import { fieldName } from '../../question/address-fields.ts';
import { addressQuestion } from '../../question/address-question.ts';
import { editByHand } from '../../rules/by-hand.ts';
import { chosenAddress } from '../../rules/chosen-address.ts';
import type { AddressBook } from '../address-book.ts';
import { addressTemplate } from './address.template.ts';
import { lookUp, type LookedUp } from './look-up.ts';

/** @param book undefined where the gateway has no address service: then everything is written by hand */
export function addressSpecialOf(book: () => AddressBook | undefined): SpecialKind {
  const look = (search: string, { language, question }: SpecialContext): Promise<LookedUp> =>
    lookUp(book(), search, { language: languageOf(language), area: addressSettings(question.settings).area });

  return special<AddressAnswer>({
    ...addressQuestion,

    async load({ answer, ...context }): Promise<LookedUp | undefined> {
      const { stage = 'search', search } = answer ?? {};
      // A page that asks for a postcode again: only who else looks after the one before is of use, and that is known by now.
      const isOfUse = stage === 'choose' || (stage === 'search' && questionOf(search ?? '').kind === 'postcode');
      return search !== undefined && isOfUse ? look(search, context) : undefined;
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

      const { question, found, addresses, nothingFits, only, message } = await look(search, context);
      const listed = addresses.find(({ uprn }) => uprn === picked);
      if (stage === 'by-hand') {
        const edited = listed && address && editByHand(chosenAddress(listed), address);
        // What was looked at by hand and left as it was is still what the lists have.
        return { answer: edited?.uprn === undefined ? answer : { ...answer, stage: 'chosen', address: edited } };
      }
      if (question.kind === 'unlisted' || found?.kind === 'not-listed') return { answer: byHand(answer), stay: true };
      if (message !== undefined && !nothingFits) {
        const isDown = found?.kind === 'down';
        const field = isDown ? fieldName(name, 'line-1') : searchFieldNames(name).search;
        return { answer: isDown ? byHand(answer) : { ...answer, stage: 'search' }, errors: [{ field, message }] };
      }
      if (stage === 'choose') return { answer: listed ? choose(answer, listed) : { ...answer, picked: undefined } };
      // One that is found and not yet seen is shown before it counts.
      return only
        ? { answer: choose(answer, only), stay: true }
        : { answer: { ...answer, stage: 'choose', picked: undefined }, stay: true };
    },

    template: addressTemplate,
  });
}

const choose = (answer: AddressAnswer, listed: ListedAddress): AddressAnswer => ({
  ...answer,
  stage: 'chosen',
  picked: listed.uprn,
  address: chosenAddress(listed),
});

/** Written by hand, beginning with whatever is known or was typed. */
function byHand(answer: AddressAnswer | undefined): AddressAnswer {
  const { search = '', address } = answer ?? {};
  const question = questionOf(search);
  const line = question.kind === 'postcode' ? question.narrow : question.kind === 'words' ? question.words : '';
  const postcode = 'postcode' in question ? question.postcode.text : line === '' ? search : '';
  const { lines, town, country, uprn, ...known } = address ?? { lines: line === '' ? [] : [line], town: '', postcode };
  return {
    ...answer,
    stage: 'by-hand',
    ...(uprn !== undefined && { picked: uprn }),
    address: { lines, town, postcode: known.postcode, ...(country !== undefined && { country }), source: 'by-hand' },
  };
}
