/** Direct Debit instructions: read, kept sealed, and handed on to the council's system through the outbox. */
import { createHash, randomInt } from 'node:crypto';
import { cleanIdentifier, dayInLondon, inLanguage, type FieldError, type Text } from '@council-kit/core';
import { delivery, Problem, type Delivery } from '@council-kit/gateway';
import { isEmail } from '@council-kit/journeys';
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import type { BankDetails, Mandate, NewMandate, Plausibility } from '../../contract/mandate.ts';
import { directDebitTexts } from '../../direct-debit/direct-debit.messages.ts';
import { emailUnreadable } from '../../page/email-question.ts';
import { bankDetailsMessages } from '../../rules/bank-details.messages.ts';
import { maskAccountNumber, maskSortCode, readAccountName, readBankDetails } from '../../rules/bank-details.ts';
import { checkModulus } from '../../rules/modulus-check.ts';
import { readReference } from '../../rules/reference.ts';
import { firstCollection } from '../../rules/first-collection.ts';
import { problemOf } from '../payment-problems.ts';
import type { Payments } from '../payments.ts';
import type { PaymentsTables } from '../records/tables.ts';
import type { PaymentsSettings } from '../settings.ts';

type Terms = NonNullable<PaymentsSettings['directDebit']>;

const purpose = 'direct-debit';
const sealedSchema = v.object({
  accountName: v.string(),
  sortCode: v.string(),
  accountNumber: v.string(),
  email: v.optional(v.string()),
  instalments: v.optional(v.number()),
});

/** Whether the numbers can belong together; the errors at their fields where they cannot be read. Nothing is kept. */
export function checkBankDetails(
  terms: Terms,
  typed: BankDetails,
): { result: Plausibility } | { errors: readonly { field: string; message: Text }[] } {
  const read = readBankDetails(typed);
  if (read.kind === 'errors') return { errors: read.errors };
  return { result: terms.modulusTable ? checkModulus(read.bankDetails, terms.modulusTable) : 'unknown' };
}

/**
 * Keeps an instruction: on disk, and on its way, when the promise resolves. One key is one instruction.
 *
 * @throws Problem 422 with `errors`; 409 for a key that came with something else
 */
export async function keepMandate(
  payments: Payments,
  terms: Terms,
  wish: NewMandate,
  { key, language }: { readonly key: string; readonly language: 'en' | 'cy' },
): Promise<Mandate> {
  const { account, accountName, bankDetails, email, instalments } = readMandate(terms, wish, language);
  const { ground } = payments;
  const now = ground.clock.now();
  const first = firstCollection({ ...terms, given: dayInLondon(now), dayOfMonth: wish.day });
  const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
  // Under our key: a digest of eight digits alone could be tried out.
  const fingerprint = ground.secrets.sign(
    purpose,
    JSON.stringify([account, accountName, bankDetails.sortCode, bankDetails.accountNumber, wish.day, email ?? '', instalments ?? 0]),
  );
  return await ground.store.transaction<PaymentsTables, Mandate>(async (trx) => {
    const reference = newReference();
    const answer: Mandate = {
      reference,
      account,
      creditor: terms.creditor,
      accountName,
      accountNumber: maskAccountNumber(bankDetails.accountNumber),
      sortCode: maskSortCode(bankDetails.sortCode),
      day: wish.day,
      firstCollection: first,
      noticeWorkingDays: terms.noticeWorkingDays,
      confirmedBy: email === undefined ? 'letter' : 'email',
    };
    const { accountName: _name, ...kept } = answer;
    const inserted = await trx
      .insertInto('payments_mandate')
      .values({
        reference,
        intention: digest(`mandate\n${key}`),
        fingerprint,
        account,
        sealed: ground.secrets.seal(
          purpose,
          JSON.stringify({
            accountName,
            ...bankDetails,
            ...(email === undefined ? {} : { email }),
            ...(instalments === undefined ? {} : { instalments }),
          }),
          reference,
        ),
        number_ending: bankDetails.accountNumber.slice(-4),
        sort_ending: bankDetails.sortCode.slice(-2),
        answer: JSON.stringify(kept),
        day: wish.day,
        first_collection: first,
        created_at: now.getTime(),
        handed_on_at: null,
      })
      .onConflict((conflict) => conflict.column('intention').doNothing())
      .returning('reference')
      .executeTakeFirst();
    if (inserted) {
      await ground.outbox.enqueue(trx, { kind: 'hand-on-mandate', payload: { reference }, dedupeKey: reference });
      return answer;
    }
    const before = await trx
      .selectFrom('payments_mandate')
      .selectAll()
      .where('intention', '=', digest(`mandate\n${key}`))
      .executeTakeFirstOrThrow();
    if (before.fingerprint !== fingerprint) throw problemOf.otherIntention();
    return { ...(JSON.parse(before.answer) as Omit<Mandate, 'accountName'>), accountName };
  });
}

function readMandate(
  terms: Terms,
  wish: NewMandate,
  language: 'en' | 'cy',
): { account: string; accountName: string; bankDetails: BankDetails; email: string | undefined; instalments: 10 | 12 | undefined } {
  const errors: FieldError[] = [];
  const tell = (field: string, message: Text): void => void errors.push({ field, message: inLanguage(message, language) });
  const account = readReference(wish.account, terms.reference);
  if (account.kind === 'error') tell('account', account.message);
  const name = readAccountName(wish.accountName);
  if (name.kind === 'error') tell('accountName', name.message);
  const bank = readBankDetails(wish);
  if (bank.kind === 'errors') for (const { field, message } of bank.errors) tell(field, message);
  else if (terms.modulusTable && checkModulus(bank.bankDetails, terms.modulusTable) === 'implausible')
    tell('accountNumber', bankDetailsMessages.implausible);
  if (!terms.days.includes(wish.day))
    tell('day', { en: 'Select the day of the month to pay on', cy: 'Dewiswch y diwrnod o’r mis i dalu arno' });
  if (!wish.authorised)
    tell('authorised', {
      en: 'Confirm that you can authorise Direct Debits from this account on your own',
      cy: 'Cadarnhewch y gallwch awdurdodi Debydau Uniongyrchol o’r cyfrif hwn ar eich pen eich hun',
    });
  const instalments = terms.twelve ? wish.instalments : undefined;
  if (terms.twelve && instalments === undefined) tell('instalments', directDebitTexts.instalmentsRequired);
  const email = cleanIdentifier(wish.email ?? '') || undefined;
  if (email !== undefined && !isEmail(email)) tell('email', emailUnreadable);
  if (errors.length > 0 || account.kind === 'error' || name.kind === 'error' || bank.kind === 'errors')
    throw new Problem({ status: 422, code: 'mandate_unreadable', title: { en: 'There is a problem', cy: 'Mae problem' }, errors });
  return { account: account.reference, accountName: name.value, bankDetails: bank.bankDetails, email, instalments };
}

/** Letters only, never taken for an account number; none of the widest, so that it stands in one line on a phone. */
function newReference(): string {
  const letters = 'BCDFGHJKLNPQRSTVXZ';
  return `DD${Array.from({ length: 10 }, () => letters.charAt(randomInt(letters.length))).join('')}`;
}

/** Hands an instruction on; once the council's system has it, the bank details are gone from here. */
export function handOnMandateDelivery(payments: Payments): Delivery {
  const { ground } = payments;
  return delivery({
    payload: v.object({ reference: v.string() }),
    async send({ reference }, { signal }) {
      const { billing } = payments;
      if (!billing) return { result: 'failed', reason: 'the settings name no billing system' };
      const row = await ground.store
        .db<PaymentsTables>()
        .selectFrom('payments_mandate')
        .selectAll()
        .where('reference', '=', reference)
        .executeTakeFirst();
      if (!row || row.sealed === null) return { result: 'delivered' };
      const text = ground.secrets.unseal(purpose, row.sealed, reference);
      if (text === undefined) throw new Error('The bank details were sealed with another secret.');
      const details = v.parse(sealedSchema, JSON.parse(text));
      try {
        const posted = await billing.postMandate(
          {
            reference,
            account: row.account,
            account_name: details.accountName,
            sort_code: details.sortCode,
            account_number: details.accountNumber,
            day: row.day,
            first_collection: row.first_collection,
            ...(details.email === undefined ? {} : { email: details.email }),
            ...(details.instalments === undefined ? {} : { instalments: details.instalments }),
          },
          signal,
        );
        if (posted.kind === 'later') return { result: 'retry', reason: posted.reason, afterSeconds: posted.afterSeconds };
        if (posted.kind === 'refused') return { result: 'failed', reason: `the billing system answered ${posted.status}` };
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return { result: 'retry', reason: error.details.upstream?.code ?? error.details.code };
      }
      return {
        result: 'delivered',
        record: async (anyTrx) => {
          const trx = anyTrx as unknown as Transaction<PaymentsTables>;
          await trx
            .updateTable('payments_mandate')
            .set({ sealed: null, handed_on_at: ground.clock.now().getTime() })
            .where('reference', '=', reference)
            .execute();
        },
      };
    },
  });
}
