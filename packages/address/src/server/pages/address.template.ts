import { inLanguage, safeUrl, type Text } from '@council-kit/core';
import {
  buttonGroupTemplate,
  buttonTemplate,
  fieldsetTemplate,
  insetTextTemplate,
  radiosTemplate,
  textInputTemplate,
  type Choice,
  type ChoiceItem,
} from '@council-kit/elements/templates.js';
import { specialAction, type SpecialView } from '@council-kit/journeys';
import { html, nothing, type TemplateResult } from 'lit';
import type { ListedAddress } from '../../contract/address.ts';
import type { Neighbour } from '../../contract/lookup.ts';
import { addressSettings, searchFieldNames, type AddressAnswer } from '../../question/address-answer.ts';
import { fieldName, fieldsOf, knownParts, lineParts, writtenParts, type AddressPart } from '../../question/address-fields.ts';
import { addressTexts as texts } from '../../question/address-question.messages.ts';
import { addressSummaryLines } from '../../question/address-summary.ts';
import { groupByBuilding } from '../../rules/group.ts';
import { readPostcode } from '../../rules/postcode.ts';
import { typedPostcode, type AddressList } from './look-up.ts';
import { pageTexts } from './pages.messages.ts';

type View = SpecialView<AddressAnswer>;

/** The question as one page of a form, at whichever stage it is. */
export function addressTemplate(view: View): TemplateResult {
  const { question, label, hint, answer } = view;
  const pages = { search: searchTemplate, choose: chooseTemplate, chosen: chosenTemplate, 'by-hand': byHandTemplate };
  return fieldsetTemplate(
    {
      legend: { ...label, classes: label.isPageHeading ? 'council-fieldset-legend--l' : undefined },
      describedBy: hint && `${question.name}-hint`,
    },
    html`${hint ? html`<div class="council-hint" id=${`${question.name}-hint`}>${hint.text}</div>` : nothing}
    ${pages[answer?.stage ?? 'search'](view)}`,
  );
}

function searchTemplate(view: View): TemplateResult {
  const { answer, language, question } = view;
  const names = searchFieldNames(question.name);
  return html`${elsewhereTemplate(view)}
  ${textInputTemplate({
    name: names.search,
    label: { text: inLanguage(texts.search, language) },
    hint: { text: inLanguage(texts.searchHint, language) },
    value: answer?.search ?? '',
    width: 20,
    autocomplete: 'postal-code',
    spellcheck: false,
    errorMessage: errorAt(view, names.search, question.name),
    lang: language,
  })}
  ${textInputTemplate({
    name: names.premises,
    label: { text: inLanguage(texts.premises, language) },
    value: answer?.premises ?? '',
    width: 20,
    autocomplete: 'off',
    spellcheck: false,
    lang: language,
  })}
  ${hiddenTemplate(view, 'search', [])}${waysTemplate(view, 'by-hand')}`;
}

function chooseTemplate(view: View): TemplateResult {
  const { answer, language, question } = view;
  const names = searchFieldNames(question.name);
  const list = view.data as AddressList | undefined;
  const item = ({ uprn, singleLine, language: own }: ListedAddress): ChoiceItem => ({
    value: uprn,
    text: own === language ? singleLine : html`<span lang=${own}>${singleLine}</span>`,
  });
  return html`<p class="council-body">${inLanguage(pageTexts.foundFor(searchedFor(answer)), language)}</p>
    ${elsewhereTemplate(view)}
    ${list?.premisesNotFound === undefined ? nothing : insetTextTemplate({ text: inLanguage(pageTexts.premisesNotFound(list.premisesNotFound), language) })}
    ${
      list
        ? html`<council-radios
            >${radiosTemplate({
              name: names.picked,
              fieldset: { legend: { text: inLanguage(texts.choose, language), classes: 'council-fieldset-legend--m' } },
              items: itemsOf(list.addresses, item),
              value: answer?.picked,
              errorMessage: errorAt(view, names.picked),
              lang: language,
            })}</council-radios
          >`
        : insetTextTemplate({ text: inLanguage(texts.chooseMissing, language) })
    }
    ${hiddenTemplate(view, 'choose', ['search', 'premises'])}${waysTemplate(view, 'search', 'by-hand')}`;
}

/** The postcode as it is written properly; the words as they were typed. */
function searchedFor(answer: AddressAnswer | undefined): string {
  const { postcode } = typedPostcode(answer?.search ?? '');
  return readPostcode(postcode)?.text ?? postcode;
}

/** A list this short is read as it is. */
const shortList = 30;

/**
 * In natural order. Of a long list, buildings stand under their names, after whatever is in none: what followed a building without a heading of its own would seem to
 * belong to it.
 */
function itemsOf(addresses: readonly ListedAddress[], item: (address: ListedAddress) => ChoiceItem): readonly Choice[] {
  if (addresses.length <= shortList) return addresses.map(item);
  const groups = groupByBuilding(addresses);
  return [
    ...groups.flatMap((group) => (group.building === undefined ? group.addresses.map(item) : [])),
    ...groups.flatMap(({ building, addresses }): Choice[] =>
      building === undefined ? [] : [{ heading: building, items: addresses.map(item) }],
    ),
  ];
}

function chosenTemplate(view: View): TemplateResult {
  const { answer, language } = view;
  return html`<p class="council-body">${inLanguage(pageTexts.chosen, language)}</p>
    ${insetTextTemplate({ text: html`${addressSummaryLines(answer).map((line, at) => (at === 0 ? line : html`<br />${line}`))}` })}
    ${hiddenTemplate(view, 'chosen', ['search', 'premises', 'picked'])}${waysTemplate(view, 'search', 'by-hand')}`;
}

/** `autocomplete` as in https://design-system.service.gov.uk/patterns/addresses/ */
const autocomplete: Partial<Record<AddressPart, string>> = {
  'line-1': 'address-line1',
  'line-2': 'address-line2',
  'line-3': 'address-line3',
  town: 'address-level2',
  postcode: 'postal-code',
  country: 'country-name',
};

function byHandTemplate(view: View): TemplateResult {
  const { answer, language, question } = view;
  const fields = fieldsOf(answer?.address);
  const lines = lineParts.slice(0, Math.max(2, answer?.address?.lines.length ?? 0));
  const anywhere = addressSettings(question.settings).area === 'anywhere';
  const input = (part: AddressPart, text: Text, width?: 10 | 20): TemplateResult =>
    textInputTemplate({
      name: fieldName(question.name, part),
      label: { text: inLanguage(text, language) },
      value: fields[part],
      width,
      autocomplete: autocomplete[part],
      errorMessage: errorAt(view, fieldName(question.name, part)),
      lang: language,
    });
  const lineText = (at: number): Text => (at === 0 ? texts.line1 : at === 1 ? texts.line2 : texts.line(at + 1));
  const postcode = readPostcode(typedPostcode(answer?.search ?? '').postcode);
  const isUnlisted = postcode !== undefined && postcode.kind !== 'standard';
  return html`${isUnlisted ? insetTextTemplate({ text: inLanguage(pageTexts.notListed, language) }) : nothing}
  ${lines.map((part, at) => input(part, lineText(at)))} ${input('town', texts.town, 20)} ${input('postcode', texts.postcode, 10)}
  ${anywhere || fields.country !== '' ? input('country', texts.country, 20) : nothing}
  ${hiddenTemplate(view, 'by-hand', ['search', 'premises', 'picked'], false)}${waysTemplate(view, 'search')}`;
}

/** Everything of the answer that the page does not ask: a form carries it all, so nothing typed is lost. */
function hiddenTemplate(
  { answer, question: { name } }: View,
  stage: AddressAnswer['stage'],
  parts: readonly ('search' | 'premises' | 'picked')[],
  withAddress = true,
): TemplateResult {
  const names = searchFieldNames(name);
  const hidden = (field: string, value: string | undefined) =>
    value === undefined || value === '' ? nothing : html`<input type="hidden" name=${field} value=${value} />`;
  const fields = fieldsOf(answer?.address);
  return html`${hidden(names.stage, stage)}${parts.map((part) => hidden(names[part], answer?.[part]))}${
    withAddress && answer?.address ? [...writtenParts, ...knownParts].map((part) => hidden(fieldName(name, part), fields[part])) : nothing
  }`;
}

/** Other ways on, as buttons of the form, so that what was typed goes with them. */
function waysTemplate({ question, language }: View, ...ways: readonly ('search' | 'by-hand')[]): TemplateResult {
  const words = { search: texts.searchAgain, 'by-hand': texts.byHand };
  return buttonGroupTemplate(
    html`${ways.map((way) =>
      buttonTemplate({
        text: inLanguage(words[way], language),
        name: '_action',
        value: specialAction(question, way),
        classes: 'council-button--secondary',
      }),
    )}`,
  );
}

/** Who else looks after the postcode, with the way there. */
function elsewhereTemplate({ data, language }: View): TemplateResult | typeof nothing {
  const { addresses, outside } = (data as AddressList | undefined) ?? { addresses: [], outside: [] };
  const [council] = outside;
  if (!council) return nothing;
  const name = council.name ?? inLanguage(pageTexts.anotherCouncil, language);
  const link = linkTemplate(council, language);
  if (addresses.length === 0) return link === nothing ? nothing : insetTextTemplate({ text: link });
  return insetTextTemplate({ text: html`${inLanguage(pageTexts.someElsewhere(name), language)} ${link}` });
}

function linkTemplate({ name, url }: Neighbour, language: string): TemplateResult | typeof nothing {
  const href = safeUrl(url);
  return href && name !== undefined
    ? html`<a class="council-link" href=${href}>${inLanguage(pageTexts.theirSite(name), language)}</a>`
    : nothing;
}

function errorAt({ errors }: View, ...fields: readonly string[]): { readonly text: string } | undefined {
  const error = errors.find(({ field }) => fields.includes(field));
  return error && { text: error.message };
}
