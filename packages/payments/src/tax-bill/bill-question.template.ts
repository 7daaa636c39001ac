/** Asks for account number and postcode, which is all that a bill is behind. */
import { cleanIdentifier, errorFor, inLanguage, readPostcode, type FieldError } from '@council-kit/core';
import { buttonTemplate, detailsTemplate, errorSummaryTemplate, textInputTemplate } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { BillQuestion } from '../contract/bill.ts';
import type { ReferenceFormat } from '../contract/fund.ts';
import { readReference } from '../rules/reference.ts';
import { billMessages } from './tax-bill.messages.ts';

/** What the form shows. */
export interface BillQuestionView {
  readonly language: string;
  readonly format: ReferenceFormat;
  readonly values?: Partial<BillQuestion>;
  readonly errors?: readonly FieldError[];
  /** Where the form goes without a script: a page that takes it by POST, so that no account number is in an address. */
  readonly action?: string;
}

/** What is wrong with what was typed, in the order of the fields. The gateway's own check says the same. */
export function checkBillQuestion({ account, postcode }: BillQuestion, format: ReferenceFormat, language: string): FieldError[] {
  const read = readReference(account, format);
  const errors: FieldError[] = read.kind === 'error' ? [{ field: 'account', message: inLanguage(read.message, language) }] : [];
  if (cleanIdentifier(postcode) === '') errors.push({ field: 'postcode', message: billMessages.say('postcode-empty', language) });
  else if (!readPostcode(postcode)) errors.push({ field: 'postcode', message: billMessages.say('postcode-unreadable', language) });
  return errors;
}

/** Account number and postcode. */
export function billQuestionTemplate({ language, format, values = {}, errors = [], action }: BillQuestionView): TemplateResult {
  const say = billMessages.say;
  const error = (field: string): { readonly text: string } | undefined => {
    const message = errorFor(errors, field);
    return message === undefined ? undefined : { text: message };
  };
  return html`${
      errors.length === 0
        ? nothing
        : html`<council-error-summary
            >${errorSummaryTemplate({
              errorList: errors.map(({ field, message }) => ({ text: message, href: `#${field}` })),
              lang: language,
            })}</council-error-summary
          >`
    }
    <h1 class="council-heading-l">${say('ask-title', language)}</h1>
    <form class="council-bill-question" action=${action ?? ''} method="post" novalidate>
      ${textInputTemplate({
        name: 'account',
        label: { text: inLanguage(format.label, language) },
        hint: format.hint && { text: inLanguage(format.hint, language) },
        value: values.account,
        width: 20,
        autocomplete: 'off',
        autocapitalize: 'characters',
        spellcheck: false,
        errorMessage: error('account'),
        lang: language,
      })}
      ${
        format.help
          ? html`<council-details
              >${detailsTemplate({ summaryText: say('where-to-find', language), text: inLanguage(format.help, language) })}</council-details
            >`
          : nothing
      }
      ${textInputTemplate({
        name: 'postcode',
        label: { text: say('postcode', language) },
        hint: { text: say('postcode-hint', language) },
        value: values.postcode,
        width: 10,
        autocomplete: 'postal-code',
        autocapitalize: 'characters',
        spellcheck: false,
        errorMessage: error('postcode'),
        lang: language,
      })}
      ${buttonTemplate({ text: say('show', language), preventDoubleClick: true })}
    </form>`;
}
