/**
 * The questions of a payment: reference, amount, email. Special kinds of journeys, so that the widget, the plain pages and a council's own journey
 * ask the same, in the same words, with the same errors.
 */
import { errorFor, inLanguage } from '@council-kit/core';
import { detailsTemplate, radiosTemplate, textInputTemplate, type Content } from '@council-kit/elements/templates.js';
import type { SpecialKind } from '@council-kit/journeys';
import { html, nothing, type TemplateResult } from 'lit';
import * as v from 'valibot';
import type { Bill } from '../contract/bill.ts';
import type { Due } from '../contract/billing.ts';
import type { Fund } from '../contract/fund.ts';
import { readAmount, type ReadAmount } from '../rules/amount.ts';
import { nextDue } from '../rules/bill.ts';
import { dayInWords } from '../rules/days-in-words.ts';
import { pounds } from '../rules/pence.ts';
import { readReference } from '../rules/reference.ts';
import { paymentMessages, questionTexts as texts } from './payment.messages.ts';

/** Amounts that are known beforehand, from a bill. Pence. */
export interface KnownAmounts {
  /** What is due now. */
  readonly instalment?: Due;
  /** All that is left. */
  readonly balance?: number;
}

/** Whether there is anything to choose from. */
export function hasAmounts({ instalment, balance }: KnownAmounts): boolean {
  return instalment !== undefined || balance !== undefined;
}

/** What a bill makes known. */
export function amountsOfBill(bill: Bill): KnownAmounts {
  const instalment = nextDue(bill);
  return { ...(instalment ? { instalment } : {}), ...(bill.balance > 0 ? { balance: bill.balance } : {}) };
}

const typedSchema = v.object({ typed: v.string() });
type Typed = v.InferOutput<typeof typedSchema>;

function typedIn(form: FormData, name: string): Typed | undefined {
  const typed = String(form.get(name) ?? '').trim();
  return typed === '' ? undefined : { typed: typed.slice(0, 200) };
}

const heading = ({ text, isPageHeading }: { readonly text: Content; readonly isPageHeading?: boolean }) => ({
  text,
  isPageHeading,
  classes: isPageHeading ? 'council-label--l' : undefined,
});
const message = (text: string | undefined): { readonly text: string } | undefined => (text === undefined ? undefined : { text });

/** The reference on the council's letter, as the fund describes it. */
export function referenceKind({ reference: format }: Fund): SpecialKind<Typed> {
  return {
    schema: typedSchema,
    parse: (form, { name }) => typedIn(form, name),
    check({ typed }, { language, question }) {
      const read = readReference(typed, format);
      return read.kind === 'error' ? [{ field: question.name, message: inLanguage(read.message, language) }] : [];
    },
    template: ({ question, label, hint, answer, errors, language }) =>
      html`${textInputTemplate({
        name: question.name,
        label: heading(label),
        hint,
        value: answer?.typed,
        width: 20,
        autocomplete: 'off',
        autocapitalize: 'characters',
        spellcheck: false,
        errorMessage: message(errorFor(errors, question.name)),
        lang: language,
      })}${
        format.help
          ? html`<council-details
              >${detailsTemplate({ summaryText: paymentMessages.say('where-to-find', language), text: inLanguage(format.help, language) })}</council-details
            >`
          : nothing
      }`,
    summary({ typed }) {
      const read = readReference(typed, format);
      return html`<span translate="no">${read.kind === 'reference' ? read.reference : typed}</span>`;
    },
  };
}

const amountSchema = v.object({ choice: v.picklist(['instalment', 'balance', 'other']), typed: v.string() });
/** How much: one of the known amounts, or another. */
export type AmountAnswer = v.InferOutput<typeof amountSchema>;

/** The pence of an answer, or what is wrong with it. */
export function amountOf({ choice, typed }: AmountAnswer, { limits }: Pick<Fund, 'limits'>, known: KnownAmounts): ReadAmount {
  const pence = choice === 'instalment' ? known.instalment?.amount : choice === 'balance' ? known.balance : undefined;
  return pence === undefined ? readAmount(typed, limits) : { kind: 'amount', pence };
}

/** How much to pay. Known amounts are offered; where there are none, it is one field. */
export function amountKind(fund: Fund, known: KnownAmounts): SpecialKind<AmountAnswer> {
  const { instalment, balance } = known;
  const choices = hasAmounts(known);
  return {
    schema: amountSchema,
    parse(form, { name }) {
      const typed = String(form.get(`${name}-other`) ?? '').slice(0, 100);
      const written = typed.trim() !== '';
      // Who types an amount without a choice means that amount.
      const picked = v.safeParse(amountSchema.entries.choice, form.get(name) ?? (written ? 'other' : undefined));
      return picked.success ? { choice: picked.output, typed } : undefined;
    },
    check(answer, { language, question }) {
      const read = amountOf(answer, fund, known);
      return read.kind === 'error' ? [{ field: `${question.name}-other`, message: inLanguage(read.message, language) }] : [];
    },
    template({ question: { name }, label, answer, errors, language }) {
      const other = (own: boolean): TemplateResult =>
        textInputTemplate({
          name: `${name}-other`,
          id: own ? name : `${name}-other`,
          label: own ? heading(label) : { text: inLanguage(texts.amountField, language) },
          hint: { text: inLanguage(texts.amountHint, language) },
          value: answer?.typed,
          inputmode: 'decimal',
          autocomplete: 'off',
          spellcheck: false,
          width: 10,
          prefix: { text: '£' },
          errorMessage: message(errorFor(errors, `${name}-other`) ?? (own ? errorFor(errors, name) : undefined)),
          lang: language,
        });
      if (!choices) return other(true);
      // No two choices for one amount.
      const both = instalment && balance !== instalment.amount;
      return html`<council-radios
        >${radiosTemplate({
          name,
          fieldset: { legend: label },
          errorMessage: message(errorFor(errors, name)),
          value: answer?.choice,
          lang: language,
          items: [
            both && {
              value: 'instalment',
              text: inLanguage(
                texts.instalment(pounds(instalment.amount), {
                  en: dayInWords(instalment.due, 'en'),
                  cy: dayInWords(instalment.due, 'cy'),
                }),
                language,
              ),
            },
            balance !== undefined && { value: 'balance', text: inLanguage(texts.balance(pounds(balance)), language) },
            { value: 'other', text: inLanguage(texts.other, language), conditional: { text: other(false) } },
          ],
        })}</council-radios
      >`;
    },
    summary(answer) {
      const read = amountOf(answer, fund, known);
      return read.kind === 'amount' ? pounds(read.pence) : answer.typed;
    },
    focusId: (field, { name }) => (choices ? field : name),
  };
}
