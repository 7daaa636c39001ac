/** The question of bank details: a special kind of journeys. They are masked as soon as they have been given, and shown again only to be mended. */
import { cutText, errorFor, inLanguage, type FieldError } from '@council-kit/core';
import { insetTextTemplate, textInputTemplate } from '@council-kit/elements/templates.js';
import type { SpecialKind } from '@council-kit/journeys';
import { html, nothing, type TemplateResult } from 'lit';
import * as v from 'valibot';
import type { BankDetails, DirectDebitForm, Plausibility } from '../contract/mandate.ts';
import {
  maskAccountNumber,
  maskSortCode,
  readAccountName,
  readAccountNumber,
  readBankDetails,
  readSortCode,
  type ReadPart,
} from '../rules/bank-details.ts';
import { bankDetailsMessages } from '../rules/bank-details.messages.ts';
import { directDebitMessages } from './direct-debit.messages.ts';
import { guaranteeTemplate } from './guarantee.template.ts';

/** As typed. */
export const bankAnswerSchema = v.object({ accountName: v.string(), sortCode: v.string(), accountNumber: v.string() });
/** See {@link bankAnswerSchema}. */
export type BankAnswer = v.InferOutput<typeof bankAnswerSchema>;

/** Code units of a part that are kept: a name of 70 characters has fewer, whatever its accents. */
const longestPart = 400;

/** The controls, in their order, and what each reads. */
const parts = [
  ['name', 'accountName', readAccountName],
  ['sort-code', 'sortCode', readSortCode],
  ['account-number', 'accountNumber', readAccountNumber],
] as const satisfies readonly (readonly [string, keyof BankAnswer, (typed: string) => ReadPart])[];

/** Whether the numbers can belong together; undefined where nobody answers just now: then they are taken. */
export type LookUpBankDetails = (
  details: BankDetails,
  asking: { readonly language: string; readonly signal?: AbortSignal },
) => Promise<Plausibility | undefined>;

/** Brings the question to a runner. */
export function bankKind(
  form: Pick<DirectDebitForm, 'creditor' | 'noticeWorkingDays'>,
  lookUp: LookUpBankDetails,
): SpecialKind<BankAnswer> {
  return {
    schema: bankAnswerSchema,
    parse(data, { name }, before) {
      // What was given and right is not in the page again: a field that is left empty keeps it.
      const kept = data.has(`${name}-kept`) ? before : undefined;
      const given = ([part, key]: (typeof parts)[number]): string =>
        cutText(String(data.get(`${name}-${part}`) ?? '').trim(), longestPart, 'code-units') || (kept?.[key] ?? '');
      // Nothing at all is an answer too: each field says what it wants.
      return Object.fromEntries(parts.map((part) => [part[1], given(part)])) as BankAnswer;
    },
    async check(answer, { question: { name }, language, signal }) {
      const errors = parts.flatMap(([part, key, read]): FieldError[] => {
        const found = read(answer[key]);
        return found.kind === 'error' ? [{ field: `${name}-${part}`, message: inLanguage(found.message, language) }] : [];
      });
      if (errors.length > 0) return errors;
      const read = readBankDetails(answer);
      if (read.kind === 'errors' || (await lookUp(read.bankDetails, { language, signal })) !== 'implausible') return [];
      return [{ field: `${name}-account-number`, message: inLanguage(bankDetailsMessages.implausible, language) }];
    },
    template({ question: { name }, label, answer, errors, language }) {
      const say = directDebitMessages.say;
      const given = answer !== undefined && errors.length === 0 && readBankDetails(answer).kind === 'bank-details';
      const field = (
        part: 'name' | 'sort-code' | 'account-number',
        key: keyof BankAnswer,
        more: Partial<Parameters<typeof textInputTemplate>[0]>,
      ) => {
        const message = errorFor(errors, `${name}-${part}`) ?? (part === 'name' ? errorFor(errors, name) : undefined);
        return textInputTemplate({
          name: `${name}-${part}`,
          label: { text: say(part, language) },
          // Right ones are not shown again: somebody else may look.
          value: given ? undefined : answer?.[key],
          spellcheck: false,
          autocomplete: 'off',
          errorMessage: message === undefined ? undefined : { text: message },
          lang: language,
          ...more,
        });
      };
      return html`<h1 class="council-heading-l">${label.text}</h1>
        ${
          given
            ? html`${insetTextTemplate({ text: givenTemplate(answer, language) })}<input
                  type="hidden"
                  name=${`${name}-kept`}
                  value="yes"
                />`
            : nothing
        }
        ${field('name', 'accountName', { autocomplete: 'name' })}
        ${field('sort-code', 'sortCode', { inputmode: 'numeric', width: 5, hint: { text: say('sort-code-hint', language) } })}
        ${field('account-number', 'accountNumber', { inputmode: 'numeric', width: 10, hint: { text: say('account-number-hint', language) } })}
        ${guaranteeTemplate(form, language)}`;
    },
    summary: (answer, { language }) => html`${answer.accountName}<br />${maskedTemplate(answer, language)}`,
    focusId: (field, { name }) => (field === name ? `${name}-name` : field),
  };
}

/** "•• •• 30, •••• 4446": never more of an account than tells it apart. Bullets are no words: who hears it is told which end it is. */
function maskedTemplate({ sortCode, accountNumber }: BankAnswer, language: string): TemplateResult {
  const [sort, number] = [readSortCode(sortCode), readAccountNumber(accountNumber)];
  if (sort.kind === 'error' || number.kind === 'error') return html``;
  const words = directDebitMessages.say('ending', language, { sort: sort.value.slice(-2), number: number.value.slice(-4) });
  return html`<span aria-hidden="true">${maskSortCode(sort.value)}, ${maskAccountNumber(number.value)}</span
    ><span class="council-visually-hidden">${words}</span>`;
}

/** "You have given the account …", with the account masked. */
function givenTemplate(answer: BankAnswer, language: string): TemplateResult {
  const [before, after] = directDebitMessages.say('given', language, { account: '\n' }).split('\n');
  return html`${before}${maskedTemplate(answer, language)}${after}`;
}
