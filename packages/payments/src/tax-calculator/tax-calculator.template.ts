/**
 * The calculator as one form and its answer. The form is sent by GET: its own address is the link that can be shared, and it works as a plain
 * page.
 */
import { dayInWords, errorFor, type FieldError, inLanguage, safeUrl } from '@council-kit/core';
import {
  buttonTemplate,
  checkboxesTemplate,
  dateInputTemplate,
  errorSummaryTemplate,
  radiosTemplate,
  selectTemplate,
} from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Bill, CouncilTaxCharges } from '../contract/bill.ts';
import { bandsOf } from '../rules/bands.ts';
import { households, type Typed } from '../rules/calculation.ts';
import { pounds, shortPounds } from '../rules/pence.ts';
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
    <form class="council-tax-calculator-form" method="get" action=${action ?? nothing} novalidate>
      <input type="hidden" name="lang" value=${language} />
      ${questionsTemplate(view)} ${buttonTemplate({ text: say('work-out', language) })}
    </form>`;
}

function questionsTemplate({ language, charges, typed = {}, errors = [] }: CalculatorView): TemplateResult {
  const legend = (text: string) => ({ legend: { text, classes: 'council-fieldset-legend--m' } });
  const error = (field: string): { readonly text: string } | undefined => {
    const message = errorFor(errors, field);
    return message === undefined ? undefined : { text: message };
  };
  const { secondHome = 0, longEmpty = 0 } = charges.premiums ?? {};
  const asked = households.filter((each) => (each !== 'second-home' || secondHome > 0) && (each !== 'long-empty' || longEmpty > 0));
  const hintOf = (key: string): { readonly text: string } | undefined =>
    key === 'one' || key === 'none-counted' ? { text: say(`${key}-hint`, language) } : undefined;
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
    items: asked.map((each) => ({ value: each, text: say(each, language), hint: hintOf(each) })),
  })}
  ${checkboxesTemplate({
    name: 'adapted',
    fieldset: legend(say('adapted', language)),
    hint: { text: say('adapted-hint', language) },
    lang: language,
    items: [{ value: 'yes', text: say('adapted-yes', language), checked: typed['adapted'] === 'yes' }],
  })}
  ${date('from')} ${date('to')}`;
}

/** What it comes to, with the arithmetic behind it. */
function answerTemplate(bill: Bill, { language, charges, link }: CalculatorView): TemplateResult {
  const [period] = bill.periods;
  const whole = period?.days === bill.daysInYear;
  const amount = pounds(bill.total);
  const heading = whole
    ? say('result', language, { amount })
    : say('result-part', language, {
        amount,
        from: dayInWords(period?.from ?? '', language),
        to: dayInWords(period?.to ?? '', language),
      });
  const [first, second] = bill.instalments;
  const help = safeUrl(charges.supportUrl);
  return html`<div class="council-tax-answer">
    <h1 class="council-heading-l">${heading}</h1>
    ${
      first && second
        ? html`<p class="council-body">
            ${say('a-month', language, {
              first: pounds(first.amount),
              day: dayInWords(first.due, language),
              each: shortPounds(second.amount),
              count: bill.instalments.length,
            })}
          </p>`
        : nothing
    }
    <p class="council-body">${say('estimate', language)}</p>
    ${
      link
        ? html`<p class="council-body"><a class="council-link" href=${link}>${say('link', language)}</a> ${say('link-hint', language)}</p>`
        : nothing
    }
    ${help ? html`<p class="council-body"><a class="council-link" href=${help}>${say('help', language)}</a></p>` : nothing}
    ${linesTemplate(bill, language, { estimate: true })} ${whereItGoesTemplate(bill, language)}
  </div>`;
}
