/** The question of an amount: a special kind of journeys, so that the widget, the plain pages and a council's own journey ask the same. */
import { cutText, dayInWords, errorFor, inLanguage, parseBy } from '@council-kit/core';
import { radiosTemplate, textInputTemplate } from '@council-kit/elements/templates.js';
import type { SpecialKind } from '@council-kit/journeys';
import { html, type TemplateResult } from 'lit';
import { amountSchema, type AmountAnswer } from './answer-schemas.ts';
import type { Fund } from '../contract/fund.ts';
import { readAmount, type ReadAmount } from '../rules/amount.ts';
import { pounds } from '../rules/pence.ts';
import { asHeading, asMessage } from './field-parts.ts';
import { hasAmounts, type KnownAmounts } from './known-amounts.ts';
import { amountTexts as texts } from './payment-check.messages.ts';

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
      const typed = cutText(String(form.get(`${name}-other`) ?? ''), 100, 'code-units');
      const written = typed.trim() !== '';
      // Who types an amount without a choice means that amount.
      const picked = parseBy(amountSchema.entries.choice, form.get(name) ?? (written ? 'other' : undefined));
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
          label: own ? asHeading(label) : { text: inLanguage(texts.amountField, language) },
          hint: { text: inLanguage(texts.amountHint, language) },
          value: answer?.typed,
          inputmode: 'decimal',
          autocomplete: 'off',
          spellcheck: false,
          width: 10,
          prefix: { text: '£' },
          errorMessage: asMessage(errorFor(errors, `${name}-other`) ?? (own ? errorFor(errors, name) : undefined)),
          lang: language,
        });
      if (!choices) return other(true);
      // No two choices for one amount.
      const both = instalment && balance !== instalment.amount;
      return html`<council-radios
        >${radiosTemplate({
          name,
          fieldset: { legend: label },
          errorMessage: asMessage(errorFor(errors, name)),
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
