/** A council's Direct Debit form and a mandate, and the gateway that answers with them, for tests and stories. */
import * as v from 'valibot';
import { directDebitFormSchema, mandateSchema, type BankDetails, type DirectDebitForm, type Mandate } from '../contract/mandate.ts';
import { checkModulus } from '../rules/modulus-check.ts';
import { syntheticModulusTable } from '../rules/synthetic-modulus-table.ts';
import type { Answer } from './answering-gateway.ts';
import { funds } from './bills.ts';

export const directDebitForm: DirectDebitForm = v.parse(directDebitFormSchema, {
  creditor: 'NORTHGATE COUNCIL',
  reference: funds.councilTax.reference,
  days: [1, 15, 22],
  bankHolidays: ['2026-12-25', '2026-12-28', '2027-01-01'],
  contact: { text: { en: 'Call us on 01632 960 460', cy: 'Ffoniwch ni ar 01632 960 460' }, telephone: '01632 960 460' },
});

export const mandate: Mandate = v.parse(mandateSchema, {
  reference: 'DD7Q2KM9XH',
  account: '501231231',
  creditor: 'NORTHGATE COUNCIL',
  accountName: 'Ann Jones',
  accountNumber: '•••• 4446',
  sortCode: '•• •• 10',
  day: 15,
  firstCollection: '2026-12-15',
  firstAmount: 18_500,
  noticeWorkingDays: 10,
  confirmedBy: 'letter',
});

/** Answers what the widget asks; the check is the real one, with the synthetic table. */
export const directDebitGateway: Answer = ({ path, method, body }) => {
  if (path === '/direct-debits/form') return directDebitForm;
  if (path === '/direct-debits/bank-details') return { result: checkModulus(body as BankDetails, syntheticModulusTable) };
  return path === '/direct-debits' && method === 'POST' ? mandate : undefined;
};
