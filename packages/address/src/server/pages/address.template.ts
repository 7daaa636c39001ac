import { inLanguage, safeUrl } from '@council-kit/core';
import {
  buttonGroupTemplate,
  buttonTemplate,
  fieldsetTemplate,
  insetTextTemplate,
  radiosTemplate,
  textInputTemplate,
  type Choice,
  type ChoiceItem,
  type LegendOptions,
} from '@council-kit/elements/templates.js';
import { specialAction, type SpecialView } from '@council-kit/journeys';
import { html, nothing, type TemplateResult } from 'lit';
import { addressLookupMessages } from '../../address-lookup/address-lookup.messages.ts';
import { addressLookupTemplate } from '../../address-lookup/address-lookup.template.ts';
import { questionOf } from '../../address-lookup/typed-question.ts';
import type { ListedAddress } from '../../contract/address.ts';
import { addressSettings, searchFieldNames, type AddressAnswer } from '../../question/address-answer.ts';
import { fieldName, fieldsOf, knownParts, writtenParts } from '../../question/address-fields.ts';
import { addressSummaryLines } from '../../question/address-summary.ts';
import { groupByBuilding } from '../../rules/group.ts';
import { whatIsTheMatterWith, type LookedUp } from './look-up.ts';
import { pageTexts } from './pages.messages.ts';

type View = SpecialView<AddressAnswer>;

/** The question as one page of a form, at whichever stage it is. */
export function addressTemplate(view: View): TemplateResult {
  const { question, label, hint, answer } = view;
  const stage = answer?.stage ?? 'search';
  if (stage === 'by-hand') return byHandTemplate(view);
  const pages = { search: searchTemplate, choose: chooseTemplate, chosen: chosenTemplate };
  return fieldsetTemplate(
    { legend: legendOf(label), describedBy: hint && `${question.name}-hint` },
    html`${hint ? html`<div class="council-hint" id=${`${question.name}-hint`}>${hint.text}</div>` : nothing} ${pages[stage](view)}`,
  );
}

function searchTemplate(view: View): TemplateResult {
  const { answer, data, language, question } = view;
  const names = searchFieldNames(question.name);
  const link = (data as LookedUp | undefined)?.elsewhere?.link;
  return html`${link ? insetTextTemplate({ text: linkTemplate(link) }) : nothing}
  ${textInputTemplate({
    name: names.search,
    label: { text: say('search', language) },
    hint: { text: say('searchHint', language) },
    value: answer?.search ?? '',
    autocomplete: 'postal-code',
    spellcheck: false,
    errorMessage: errorAt(view, names.search, question.name),
    lang: language,
  })}
  ${hiddenTemplate(view, 'search', [])}${waysTemplate(view, { 'by-hand': say('byHand', language) })}`;
}

function chooseTemplate(view: View): TemplateResult {
  const { answer, language, question } = view;
  const names = searchFieldNames(question.name);
  const looked = view.data as LookedUp | undefined;
  const item = ({ uprn, singleLine, language: own }: ListedAddress): ChoiceItem => ({
    value: uprn,
    text: own === language ? singleLine : html`<span lang=${own}>${singleLine}</span>`,
  });
  const elsewhere = looked?.elsewhere;
  const narrow = looked?.question.kind === 'postcode' ? looked.question.narrow : '';
  return html`<p class="council-body">${inLanguage(pageTexts.foundFor(searchedFor(answer)), language)}</p>
    ${elsewhere ? insetTextTemplate({ text: html`${elsewhere.said} ${elsewhere.link ? linkTemplate(elsewhere.link) : nothing}` }) : nothing}
    ${looked?.nothingFits ? insetTextTemplate({ text: inLanguage(pageTexts.nothingFits(narrow), language) }) : nothing}
    ${
      looked && looked.addresses.length > 0
        ? html`<council-radios
            >${radiosTemplate({
              name: names.picked,
              fieldset: { legend: { text: inLanguage(pageTexts.choose, language), classes: 'council-fieldset-legend--m' } },
              items: itemsOf(looked.addresses, item),
              value: answer?.picked,
              errorMessage: errorAt(view, names.picked),
              lang: language,
            })}</council-radios
          >`
        : insetTextTemplate({ text: looked?.message ?? `${say('down', language)}. ${say('downWay', language)}` })
    }
    ${hiddenTemplate(view, 'choose', ['search'])}${waysTemplate(view, {
      search: inLanguage(pageTexts.searchAgain, language),
      'by-hand': say('byHand', language),
    })}`;
}

/** The postcode as it is written properly; the words as they were typed. */
function searchedFor(answer: AddressAnswer | undefined): string {
  const asked = questionOf(answer?.search ?? '');
  return 'postcode' in asked ? asked.postcode.text : (answer?.search ?? '');
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
  return html`<p class="council-body">${say('chosen', language)}</p>
    ${insetTextTemplate({ text: html`${addressSummaryLines(answer).map((line, at) => (at === 0 ? line : html`<br />${line}`))}` })}
    ${hiddenTemplate(view, 'chosen', ['search', 'picked'])}${waysTemplate(view, {
      search: inLanguage(pageTexts.searchAgain, language),
      'by-hand': say('changeByHand', language),
    })}`;
}

/** The element's own fields, which is all that it has without scripts. */
function byHandTemplate(view: View): TemplateResult {
  const { answer, language, question, label, hint, errors } = view;
  const asked = questionOf(answer?.search ?? '');
  const unlisted = asked.kind === 'unlisted' ? whatIsTheMatterWith(answer?.search ?? '', undefined, 0, language) : undefined;
  return html`${addressLookupTemplate({
    name: question.name,
    legend: legendOf(label),
    hint: unlisted ? { text: `${unlisted.title}. ${unlisted.way ?? ''}` } : hint,
    value: answer?.address,
    stage: 'by-hand',
    area: addressSettings(question.settings).area,
    errors,
    lang: language,
  })}${hiddenTemplate(view, undefined, ['search', 'picked'], false)}${waysTemplate(view, { search: say('lookUp', language) })}`;
}

/** Everything of the answer that the page does not ask: a form carries it all, so nothing typed is lost. */
function hiddenTemplate(
  { answer, question: { name } }: View,
  stage: AddressAnswer['stage'] | undefined,
  parts: readonly ('search' | 'picked')[],
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
function waysTemplate({ question }: View, ways: Partial<Readonly<Record<'search' | 'by-hand', string>>>): TemplateResult {
  return buttonGroupTemplate(
    html`${Object.entries(ways).map(([way, text]) =>
      buttonTemplate({ text, name: '_action', value: specialAction(question, way), classes: 'council-button--secondary' }),
    )}`,
  );
}

function linkTemplate({ text, href }: { readonly text: string; readonly href: string }): TemplateResult {
  const safe = safeUrl(href);
  return safe ? html`<a class="council-link" href=${safe}>${text}</a>` : html`${nothing}`;
}

const say = (...[key, language, places]: Parameters<typeof addressLookupMessages.say>): string =>
  addressLookupMessages.say(key, language, places);

const legendOf = (label: View['label']): LegendOptions => ({
  ...label,
  classes: label.isPageHeading ? 'council-fieldset-legend--l' : undefined,
});

function errorAt({ errors }: View, ...fields: readonly string[]): { readonly text: string } | undefined {
  const error = errors.find(({ field }) => fields.includes(field));
  return error && { text: error.message };
}
