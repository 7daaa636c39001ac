import { inLanguage, languageOf } from '@council-kit/core';
import { Problem, type Routes } from '@council-kit/gateway';
import {
  bankDetailsAnswerSchema,
  bankDetailsSchema,
  directDebitFormSchema,
  mandateSchema,
  newMandateSchema,
} from '../../contract/mandate.ts';
import { problemOf } from '../payment-problems.ts';
import type { Payments } from '../payments.ts';
import { checkBankDetails, keepMandate } from './mandates.ts';

const tags = ['Direct Debit'];
const noStore = { 'cache-control': 'no-store' };

export function addMandateRoutes(routes: Routes, payments: Payments): void {
  const terms = payments.settings.directDebit;
  if (!terms) return;
  const { modulusTable: _table, ...form } = terms;

  routes.operation(
    {
      method: 'get',
      path: '/direct-debits/form',
      summary: 'What the council decides about its Direct Debits',
      tags,
      // Not of any origin: a page that may not send should not get to ask.
      responses: { 200: { description: 'The form', schema: directDebitFormSchema } },
    },
    ({ context }) => context.json(form, 200, { 'cache-control': 'public, max-age=300' }),
  );

  routes.operation(
    {
      method: 'post',
      path: '/direct-debits/bank-details',
      summary: 'Whether a sort code and an account number can belong together',
      description: 'Nothing is kept. Plausible is not correct: only the bank knows whether there is such an account.',
      tags,
      body: bankDetailsSchema,
      responses: { 200: { description: 'Plausible, unknown or implausible', schema: bankDetailsAnswerSchema } },
    },
    ({ body, context }) => {
      const language = languageOf(context.get('language'));
      const checked = checkBankDetails(terms, body);
      if ('result' in checked) return context.json(checked, 200, noStore);
      const errors = checked.errors.map(({ field, message }) => ({ field, message: inLanguage(message, language) }));
      throw new Problem({ status: 422, code: 'bank_details_unreadable', title: { en: 'There is a problem', cy: 'Mae problem' }, errors });
    },
  );

  routes.operation(
    {
      method: 'post',
      path: '/direct-debits',
      summary: 'Set up a Direct Debit',
      description:
        'Answers 201 once the instruction is on disk and on its way to the council’s system. One `Idempotency-Key` is one instruction.',
      tags,
      body: newMandateSchema,
      responses: { 201: { description: 'It is kept', schema: mandateSchema } },
    },
    async ({ body, context }) => {
      const key = context.req.header('Idempotency-Key');
      if (key === undefined) throw problemOf.noKey();
      return context.json(await keepMandate(payments, terms, body, { key, language: languageOf(context.get('language')) }), 201, noStore);
    },
  );
}
