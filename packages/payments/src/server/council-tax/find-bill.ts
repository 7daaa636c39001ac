/** A bill, for somebody who knows its account number and postcode. */
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { dayInLondon, readPostcode } from '@council-kit/core';
import { Problem } from '@council-kit/gateway';
import { billProblems, type Bill, type BillQuestion } from '../../contract/bill.ts';
import type { BillingAccount } from '../../contract/billing.ts';
import { billOf } from '../../rules/bill.ts';
import { faultsOf } from '../../rules/billing-faults.ts';
import { readReference } from '../../rules/reference.ts';
import { checkBillQuestion } from '../../tax-bill/bill-question.template.ts';
import { billingFailed } from '../billing/billing-client.ts';
import { findImported } from '../billing/imported-accounts.ts';
import { fundOf, type Payments } from '../payments.ts';
import type { LockOut } from './lock-out.ts';

/**
 * The bill. A wrong postcode and an unknown account get the same answer after the same time, and count alike.
 *
 * @throws Problem 422, 404, 429, 502, 504 of the contract
 */
export async function findBill(
  payments: Payments,
  lockOut: LockOut,
  question: BillQuestion,
  { client, language }: { readonly client: string; readonly language: 'en' | 'cy' },
): Promise<Bill> {
  const { settings } = payments;
  const { account, postcode } = readQuestion(payments, question, language);
  const started = performance.now();
  const taken = await lockOut.take(account, client);
  if (taken.kind === 'locked') {
    await until(started, settings.councilTax.refusalMs);
    throw locked(taken.seconds, payments);
  }
  const { guess } = taken;
  let facts: BillingAccount | undefined;
  try {
    facts = await lookUp(payments, account, postcode);
  } catch (error) {
    await guess.unexamined();
    // How a failure looks must not say whether there is such an account.
    await until(started, settings.councilTax.refusalMs);
    if (error instanceof Problem && error.details.upstream) throw billingFailed(error.details.upstream.code ?? 'failed');
    throw error;
  }
  if (!facts) {
    await guess.wrong();
    await until(started, settings.councilTax.refusalMs);
    throw notFound();
  }
  await guess.right();
  return billFrom(payments, facts);
}

/**
 * The bill again, for somebody who has shown that they know its account number and postcode. Undefined where there is no such account now.
 *
 * @throws Problem 502, 504 of the contract
 */
export async function billAgain(payments: Payments, { account, postcode }: BillQuestion): Promise<Bill | undefined> {
  const { account: read, postcode: code } = readQuestion(payments, { account, postcode }, 'en');
  const facts = await lookUp(payments, read, code);
  return facts && billFrom(payments, facts);
}

function billFrom({ ground, settings }: Payments, facts: BillingAccount): Bill {
  const faults = faultsOf(facts);
  if (faults.length > 0) {
    ground.log.error({ faults }, 'the billing system gave an account that cannot be billed');
    throw billingFailed('unexpected_answer');
  }
  const { order, instalments } = settings.councilTax;
  return billOf(facts, { asOf: dayInLondon(ground.clock.now()), ...(order ? { order } : {}), ...(instalments ? { instalments } : {}) });
}

function readQuestion(payments: Payments, question: BillQuestion, language: 'en' | 'cy'): { account: string; postcode: string } {
  const fund = fundOf(payments, payments.settings.councilTax.fund);
  if (!fund) throw new Error('The settings name no fund for council tax.');
  const [account, postcode] = [readReference(question.account, fund.reference), readPostcode(question.postcode)];
  if (account.kind === 'reference' && postcode) return { account: account.reference, postcode: postcode.text };
  const errors = checkBillQuestion(question, fund.reference, language);
  throw new Problem({ status: 422, code: billProblems.unreadable, title: { en: 'There is a problem', cy: 'Mae problem' }, errors });
}

async function lookUp(payments: Payments, account: string, postcode: string): Promise<BillingAccount | undefined> {
  const { settings, billing, ground } = payments;
  if (settings.billing?.source === 'import') return findImported(ground, account, postcode);
  if (!billing) throw billingFailed('not_set_up');
  return billing.find(account, postcode);
}

/** Answers at the next full step since the request came, so that the time says nothing about what was found. */
async function until(started: number, stepMs: number): Promise<void> {
  if (stepMs === 0) return;
  const spent = performance.now() - started;
  await wait(Math.ceil((spent + 1) / stepMs) * stepMs - spent);
}

const notFound = (): Problem =>
  new Problem({
    status: 404,
    code: billProblems.notFound,
    title: {
      en: 'We cannot find a bill with this account number and postcode',
      cy: 'Ni allwn ddod o hyd i fil gyda’r rhif cyfrif a’r cod post hyn',
    },
    detail: {
      en: 'Check both on your latest council tax letter. If you have just moved, your bill may not be ready yet.',
      cy: 'Gwiriwch y ddau ar eich llythyr treth gyngor diweddaraf. Os ydych newydd symud, efallai nad yw eich bil yn barod eto.',
    },
  });

function locked(seconds: number, { settings }: Payments): Problem {
  const minutes = Math.ceil(seconds / 60);
  const contact = settings.contact?.text;
  return new Problem({
    status: 429,
    code: billProblems.locked,
    title: { en: 'There were too many wrong tries', cy: 'Bu gormod o geisiadau anghywir' },
    detail: {
      en: `Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then try again with your latest letter in front of you. You can still pay with your account number.${contact ? ` ${contact.en}.` : ''}`,
      cy: `Arhoswch ${minutes} munud, yna rhowch gynnig arall arni gyda’ch llythyr diweddaraf o’ch blaen. Gallwch dalu o hyd gyda’ch rhif cyfrif.${contact ? ` ${contact.cy}.` : ''}`,
    },
    headers: { 'Retry-After': String(seconds) },
  });
}
