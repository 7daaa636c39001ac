/** A Direct Debit as a journey: who may, which account, bank details, day, check. */
import { dayInWords } from '@council-kit/core';
import { special, today, type Answers, type Journey, type SpecialKinds } from '@council-kit/journeys';
import { emailQuestion } from '../page/email-question.ts';
import * as v from 'valibot';
import type { DirectDebitForm, NewMandate } from '../contract/mandate.ts';
import { typedSchema } from '../payment/answer-schemas.ts';
import { referenceKind } from '../payment/reference-question.ts';
import { referenceMessages } from '../rules/reference.messages.ts';
import { firstCollection } from '../rules/first-collection.ts';
import { bankAnswerSchema, bankKind, type LookUpBankDetails } from './bank-question.ts';
import { directDebitTexts as texts } from './direct-debit.messages.ts';
import { ordinalDay } from './ordinal-day.ts';

/** What is known of the journey before the council has answered. */
export const directDebitOutline: Journey = {
  name: 'direct-debit',
  title: texts.title,
  steps: [],
  check: { title: texts.check, button: texts.button },
  confirmation: { title: texts.confirmation },
};

/** The questions, as data. `given` is the day from which the notice runs: today unless told. */
export function directDebitJourney(form: DirectDebitForm, given: string = today()): Journey {
  const { reference, days, twelve, contact, creditor, noticeWorkingDays, setUpWorkingDays, bankHolidays } = form;
  const first = (dayOfMonth: number) => {
    const day = firstCollection({ given, dayOfMonth, noticeWorkingDays, setUpWorkingDays, bankHolidays });
    return texts.firstOn({ en: dayInWords(day, 'en'), cy: dayInWords(day, 'cy') });
  };
  return {
    ...directDebitOutline,
    steps: [
      {
        id: 'authorised',
        contents: [
          {
            kind: 'radios',
            name: 'authorised',
            label: texts.authorised,
            summaryLabel: texts.authorisedSummary,
            choices: [
              { value: 'yes', text: texts.yes },
              { value: 'no', text: texts.no, notice: { text: texts.notAuthorised } },
            ],
            rules: [
              { rule: 'required', message: texts.authorisedRequired },
              { rule: 'pattern', pattern: 'yes', message: texts.authorisedNo },
            ],
          },
        ],
      },
      {
        id: 'account',
        contents: [
          {
            kind: 'special',
            special: 'account-reference',
            name: 'account',
            label: reference.label,
            summaryLabel: reference.name,
            ...(reference.hint ? { hint: reference.hint } : {}),
            ...(reference.help ? { settings: { help: reference.help } } : {}),
            rules: [{ rule: 'required', message: referenceMessages.empty(reference.name) }],
          },
        ],
      },
      {
        id: 'bank',
        contents: [
          {
            kind: 'special',
            special: 'bank-details',
            name: 'bank',
            label: texts.bank,
            summaryLabel: texts.bankSummary,
            rules: [{ rule: 'required', message: texts.bankRequired }],
          },
        ],
      },
      {
        id: 'day',
        contents: [
          {
            kind: 'radios',
            name: 'day',
            label: texts.day,
            summaryLabel: texts.daySummary,
            choices: days.map((day) => ({ value: String(day), text: texts.onThe(ordinalDay(day)), hint: first(day) })),
            rules: [{ rule: 'required', message: texts.dayRequired }],
          },
        ],
      },
      ...(twelve ? [instalmentsStep] : []),
      {
        id: 'email',
        contents: [emailQuestion({ label: texts.email, summaryLabel: texts.emailSummary, hint: texts.emailHint })],
      },
    ],
    check: { title: texts.check, button: texts.button, declaration: texts.declaration(creditor, noticeWorkingDays) },
    ...(contact ? { contact } : {}),
  };
}

/** Asked where the council takes twelve. */
const instalmentsStep: Journey['steps'][number] = {
  id: 'instalments',
  contents: [
    {
      kind: 'radios',
      name: 'instalments',
      label: texts.instalments,
      summaryLabel: texts.instalmentsSummary,
      hint: texts.instalmentsHint,
      choices: [
        { value: '10', text: texts.ten },
        { value: '12', text: texts.twelve },
      ],
      rules: [{ rule: 'required', message: texts.instalmentsRequired }],
    },
  ],
};

/** The special kinds that {@link directDebitJourney} names. */
export function directDebitSpecials(form: DirectDebitForm, lookUp: LookUpBankDetails): SpecialKinds {
  return { 'account-reference': special(referenceKind(form)), 'bank-details': special(bankKind(form, lookUp)) };
}

/** The mandate that answers come to; undefined where something is missing. */
export function mandateOf(answers: Answers): NewMandate | undefined {
  const { account, bank, day, instalments, email, authorised } = answers;
  if (!v.is(typedSchema, account) || !v.is(bankAnswerSchema, bank) || typeof day !== 'string') return undefined;
  return {
    account: account.typed,
    accountName: bank.accountName,
    sortCode: bank.sortCode,
    accountNumber: bank.accountNumber,
    day: Number(day),
    authorised: authorised === 'yes',
    ...(instalments === '10' || instalments === '12' ? { instalments: instalments === '12' ? 12 : 10 } : {}),
    ...(typeof email === 'string' && email !== '' ? { email } : {}),
  };
}

/** The question that a field of the gateway's errors belongs to. */
export function questionOfMandateField(field: string): string {
  const bank: Readonly<Record<string, string>> = {
    accountName: 'bank-name',
    sortCode: 'bank-sort-code',
    accountNumber: 'bank-account-number',
  };
  return bank[field] ?? field;
}
