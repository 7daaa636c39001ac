/** The question "address" in the browser: for `specials` of `<council-journey>` and of widgets that run a journey. */
import type { FieldError } from '@council-kit/core';
import type { SpecialKind } from '@council-kit/journeys';
import { html } from 'lit';
import { askGateway } from '../address-lookup/address-gateway.ts';
import { addressLookupTemplate } from '../address-lookup/address-lookup.template.ts';
import { findAddresses } from '../address-lookup/find-addresses.ts';
import { questionOf } from '../address-lookup/typed-question.ts';
import { chosenAddress } from '../rules/chosen-address.ts';
import { onlyFitting } from '../rules/filter.ts';
import { addressSettings, searchFieldNames, type AddressAnswer } from './address-answer.ts';
import { addressQuestion, type AskAddresses } from './address-question.ts';

/** Where addresses are asked for: the gateway, or a function. */
export type AddressSpecialOptions = { readonly gateway: string } | { readonly ask: AskAddresses };

/**
 * Brings the question to a runner in the browser. Import `@council-kit/address/define.js` beside it.
 *
 * @example
 * element.specials = { address: special(addressSpecial({ gateway: '/' })) };
 */
export function addressSpecial(options: AddressSpecialOptions): SpecialKind<AddressAnswer> {
  const ask = 'ask' in options ? options.ask : askGateway(options.gateway);
  return {
    ...addressQuestion,
    /** Who goes on with the postcode and the number typed has answered, where only one address is meant. */
    async complete(answer, { question, language, signal }) {
      const asked = questionOf(answer.search ?? '');
      if (answer.stage !== 'search' || (asked.kind !== 'postcode' && asked.kind !== 'words')) return { answer };
      const by = asked.kind === 'postcode' ? { postcode: asked.postcode.text } : { words: asked.words };
      const found = await findAddresses(
        ask,
        { by, area: addressSettings(question.settings).area },
        { language, signal: signal ?? new AbortController().signal, tries: 1 },
      );
      if (found.kind !== 'found') return { answer };
      const only = onlyFitting(found.addresses, asked.kind === 'postcode' ? asked.narrow : asked.words);
      return { answer: only ? { ...answer, stage: 'chosen', address: chosenAddress(only) } : answer };
    },
    template: ({ question: { name, settings }, answer, errors, label, hint, language }) => {
      const { area } = addressSettings(settings);
      return html`<council-address-lookup name=${name} area=${area} .ask=${ask} .errors=${atSearch(errors, name)} .answer=${answer}
        >${addressLookupTemplate({
          name,
          legend: { ...label, classes: label.isPageHeading ? 'council-fieldset-legend--l' : undefined },
          hint,
          value: answer?.address,
          stage: answer?.stage ?? 'search',
          area,
          errors,
          lang: language,
        })}</council-address-lookup
      >`;
    },
  };
}

/** Errors at written fields are in the HTML below; the field to search in is the element's own. */
function atSearch(errors: readonly FieldError[], name: string): readonly FieldError[] {
  const { search, picked } = searchFieldNames(name);
  return errors.filter(({ field }) => field === name || field === search || field === picked);
}
