import { languageOf } from '@council-kit/core';
import type { Routes } from '@council-kit/gateway';
import { billQuestionSchema, billSchema, councilTaxChargesSchema } from '../../contract/bill.ts';
import type { Payments } from '../payments.ts';
import { chargesOf } from './charges.ts';
import { findBill } from './find-bill.ts';
import type { LockOut } from './lock-out.ts';

const tags = ['Council tax'];

export function addBillRoutes(routes: Routes, payments: Payments, lockOut: LockOut): void {
  const charges = chargesOf(payments.settings);
  routes.operation(
    {
      method: 'post',
      path: '/council-tax/bill',
      summary: 'The bill of an account, with the arithmetic behind each figure',
      description:
        'A wrong postcode and an account that does not exist are one answer, after the same time. Too many of them lock the account for a while.',
      tags,
      body: billQuestionSchema,
      responses: { 200: { description: 'The bill', schema: billSchema } },
    },
    async ({ body, context }) => {
      const bill = await findBill(payments, lockOut, body, {
        client: context.get('client'),
        language: languageOf(context.get('language')),
      });
      return context.json(bill, 200, { 'cache-control': 'no-store' });
    },
  );
  if (!charges) return;
  routes.operation(
    {
      method: 'get',
      path: '/council-tax/charges',
      summary: 'What each authority asks for, of nobody in particular',
      tags,
      anyOrigin: true,
      responses: { 200: { description: 'Charges', schema: councilTaxChargesSchema } },
    },
    ({ context }) => context.json(charges, 200, { 'cache-control': 'public, max-age=3600' }),
  );
}
