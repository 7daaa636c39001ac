/**
 * The calculator as one form and its answer. The form is sent by GET: its own address is the link that can be shared, and it works as a plain
 * page.
 */
import { dayInWords, errorFor, type FieldError, inLanguage, safeUrl } from '@council-kit/core';
import {
  buttonTemplate,
  dateInputTemplate,
  detailsTemplate,
  errorSummaryTemplate,
  radiosTemplate,
  selectTemplate,
} from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Bill, CouncilTaxCharges } from '../contract/bill.ts';
import { bandsOf } from '../rules/bands.ts';
import { lastDayOf } from '../rules/days.ts';
import { householdsOf, type HouseholdChoice, type Typed } from '../rules/calculation.ts';
import { pounds, shortPounds } from '../rules/pence.ts';
import { instalmentsInWords } from '../tax-bill/explain.ts';
import { askTemplate, sideBySideTemplate } from '../tax-bill/instalments.template.ts';
import { billMessages } from '../tax-bill/tax-bill.messages.ts';
import { linesTemplate } from '../tax-bill/tax-bill.template.ts';
import { whereItGoesTemplate } from '../tax-bill/where-it-goes.template.ts';
import { taxCalculatorMessages } from './tax-calculator.messages.ts';

const say = taxCalculatorMessages.say;

/** What is shown. */
export interface CalculatorView {
  readonly language: string;
  readonly charges: CouncilTaxCharges;
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  /** The answer, where there is one. */
  readonly bill?: Bill;
  /** The address of this answer. */
  readonly link?: string;
  /** Where the form goes: a page of its own on the server. */
  readonly action?: string;
}

/** The page's title. */
export function calculatorTitle({ year }: Pick<CouncilTaxCharges, 'year'>, language: string): string {
  return say('title', language, { from: String(year), to: String(year + 1) });
}

/** The form, and the answer above it where there is one. */
export function taxCalculatorTemplate(view: CalculatorView): TemplateResult {
  const { language, charges, errors = [], bill, action } = view;
  const focus = (field: string): string => (field === 'from' || field === 'to' ? `${field}-day` : field);
  return html`${
      errors.length === 0
        ? nothing
        : html`<council-error-summary
            >${errorSummaryTemplate({
              errorList: errors.map(({ field, message }) => ({ text: message, href: `#${focus(field)}` })),
              lang: language,
            })}</council-error-summary
          >`
    }
    ${bill && errors.length === 0 ? answerTemplate(bill, view) : nothing}
    ${bill ? html`<h2 class="council-heading-m">${calculatorTitle(charges, language)}</h2>` : html`<h1 class="council-heading-l">${calculatorTitle(charges, language)}</h1>`}
    <p class="council-body">${say('intro', language)}</p>
    <p class="council-body"><a class="council-link" href=${bandsAddress(charges)}>${say('band-link', language)}</a></p>
    <form class="council-tax-calculator-form" method="get" action=${action ?? nothing} novalidate>
      <input type="hidden" name="lang" value=${language} /><input type="hidden" name="asked" value="yes" />
      ${questionsTemplate(view)} ${buttonTemplate({ text: say('work-out', language) })}
    </form>`;
}

function questionsTemplate({ language, charges, typed = {}, errors = [] }: CalculatorView): TemplateResult {
  const legend = (text: string) => ({ legend: { text, classes: 'council-fieldset-legend--m' } });
  const error = (field: string): { readonly text: string } | undefined => {
    const message = errorFor(errors, field);
    return message === undefined ? undefined : { text: message };
  };
  const choices = householdsOf(charges);
  const withPremiums = choices.some(({ premium }) => premium !== undefined);
  const date = (name: 'from' | 'to'): TemplateResult =>
    dateInputTemplate({
      id: name,
      namePrefix: name,
      fieldset: legend(say(name, language)),
      hint: { text: say(`${name}-hint`, language) },
      values: typed,
      errorMessage: error(name),
      lang: language,
    });
  return html`${
    charges.areas.length === 1
      ? nothing
      : selectTemplate({
          name: 'area',
          label: { text: say('area', language), classes: 'council-label--m' },
          errorMessage: error('area'),
          lang: language,
          items: [
            { value: '', text: say('choose', language) },
            ...charges.areas.map(({ id, name }) => ({ value: id, text: inLanguage(name, language), selected: id === typed['area'] })),
          ],
        })
  }
  ${radiosTemplate({
    name: 'band',
    fieldset: legend(say('band', language)),
    hint: { text: say('band-hint', language) },
    value: typed['band']?.toUpperCase(),
    classes: 'council-radios--inline',
    errorMessage: error('band'),
    lang: language,
    items: bandsOf(charges.nation).map((band) => ({ value: band, text: band })),
  })}
  ${radiosTemplate({
    name: 'household',
    fieldset: legend(say('household', language)),
    value: typed['household'],
    errorMessage: error('household'),
    lang: language,
    items: choices.map((choice) => ({
      value: choice.household,
      text: householdInWords(choice, withPremiums, language),
      hint: hintOf(choice, language),
    })),
  })}
  ${radiosTemplate({
    name: 'adapted',
    fieldset: legend(say('adapted', language)),
    hint: { text: say('adapted-hint', language) },
    value: typed['adapted'],
    classes: 'council-radios--inline',
    lang: language,
    items: [
      { value: 'yes', text: say('adapted-yes', language) },
      { value: 'no', text: say('adapted-no', language) },
    ],
  })}
  ${date('from')} ${date('to')}`;
}

/** Where the band of any home is looked up: the assessors' own services. */
const bandsAddress = ({ nation }: CouncilTaxCharges): string =>
  nation === 'scotland' ? 'https://www.saa.gov.uk/' : 'https://www.gov.uk/council-tax-bands';

/** "Nobody: empty and unfurnished for a year or more, but less than 5". */
function householdInWords({ household, years, lessThan }: HouseholdChoice, withPremiums: boolean, language: string): string {
  if (household === 'nobody') return say(withPremiums ? 'nobody-else' : 'nobody', language);
  if (years === undefined) return say(household as 'several' | 'one' | 'none-counted' | 'students' | 'second-home', language);
  const places = { years: say('years', language, { count: years }), less: lessThan ?? 0 };
  return say(lessThan === undefined ? 'empty' : 'empty-less', language, places);
}

function hintOf({ household }: HouseholdChoice, language: string): { readonly text: string } | undefined {
  return household === 'one' || household === 'none-counted' || household === 'students' || household === 'nobody'
    ? { text: say(`${household}-hint`, language) }
    : undefined;
}

/** "Council tax would be £1,350.00 for the year". */
export function answerTitle({ periods: [period], daysInYear, total }: Bill, language: string): string {
  const amount = pounds(total);
  if (!period || period.days === daysInYear) return say('result', language, { amount });
  return say('result-part', language, { amount, from: dayInWords(period.from, language), to: dayInWords(period.to, language) });
}

/** What it comes to, with the arithmetic behind it. */
function answerTemplate(bill: Bill, { language, charges, link }: CalculatorView): TemplateResult {
  const [period] = bill.periods;
  // Instalments end with the move: the council bills what is left of them, or pays back what is too much.
  const movesOut = period !== undefined && period.to < lastDayOf(bill.year);
  const help = safeUrl(charges.supportUrl);
  return html`<div class="council-tax-answer">
    <h1 class="council-heading-l">${answerTitle(bill, language)}</h1>
    ${movesOut ? html`<p class="council-body">${say('last-bill', language)}</p>` : inInstalmentsTemplate(bill, language)}
    <p class="council-body">${say('estimate', language)}</p>
    ${
      link
        ? html`<p class="council-body"><a class="council-link" href=${link}>${say('link', language)}</a> ${say('link-hint', language)}</p>`
        : nothing
    }
    ${help ? html`<p class="council-body"><a class="council-link" href=${help}>${say('help', language)}</a></p>` : nothing}
    ${linesTemplate(bill, language, { estimate: true })} ${movesOut ? nothing : whenToPayTemplate(bill, language)}
    ${whereItGoesTemplate(bill, language)}
  </div>`;
}

/** The first thing to know of ten, or as many as there are: what a month would take. Then of twelve. */
function inInstalmentsTemplate({ instalments, twelve }: Bill, language: string): TemplateResult | typeof nothing {
  if (instalments.length === 0) return nothing;
  const sentence = (of: Bill['instalments'] | NonNullable<Bill['twelve']>['instalments'], key: 'a-month' | 'a-month-if-asked') => {
    const [first, second] = of;
    if (!first || !second) return nothing;
    const places = {
      first: pounds(first.amount),
      day: dayInWords(first.due, language),
      each: shortPounds(second.amount),
      instalments: billMessages.say('instalment-count', language, { count: of.length }),
    };
    return html`<li>${say(key, language, places)}</li>`;
  };
  const [only] = instalments;
  if (only && instalments.length === 1)
    return html`<p class="council-body">${say('at-once', language, { day: dayInWords(only.due, language) })}</p>`;
  return html`<ul class="council-list council-list--bullet">
    ${sentence(instalments, 'a-month')} ${twelve ? sentence(twelve.instalments, 'a-month-if-asked') : nothing}
  </ul>`;
}

/** The instalments day by day, ten and twelve beside one another, and why they are what they are. */
function whenToPayTemplate({ instalments, twelve, total, year, issued }: Bill, language: string): TemplateResult | typeof nothing {
  if (instalments.length === 0) return nothing;
  const ways = [
    { instalments, from: { year, issued } },
    ...(twelve ? [{ instalments: twelve.instalments, from: { year, issued, twelve: true } }] : []),
  ].map((way) => ({ ...way, title: billMessages.say('instalment-count', language, { count: way.instalments.length }) }));
  return html`<h2 class="council-heading-m">${billMessages.say('instalments', language)}</h2>
    ${
      twelve
        ? html`<p class="council-body">${say('ten-or-twelve', language, { ten: instalments.length, twelve: twelve.instalments.length })}</p>
            ${askTemplate(twelve, language)}`
        : nothing
    }
    ${sideBySideTemplate(
      ways.map((way) => ({
        ...way,
        title: billMessages.say(ways.length > 1 ? 'in-count' : 'amount', language, { count: way.instalments.length }),
      })),
      language,
    )}
    <council-details
      >${detailsTemplate({
        summaryText: billMessages.say('instalments-why', language),
        text: html`${ways.map(
          ({ title, ...way }) =>
            html`<p class="council-body">
              ${ways.length > 1 ? html`<strong>${title}:</strong>` : nothing} ${instalmentsInWords({ ...way, total }, language)}
            </p>`,
        )}`,
      })}</council-details
    >`;
}
