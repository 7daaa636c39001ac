/**
 * One intention, one payment at GOV.UK Pay, whatever gets lost on the way. Who asks Pay holds a claim; what Pay was asked is on disk before it is
 * asked; where no answer came, the payment is looked for by its reference before it is ever asked for again.
 */
import { cutText, languageOf } from '@council-kit/core';
import { setTimeout as wait } from 'node:timers/promises';
import type { PayPayment } from './govuk-pay/pay-answers.ts';
import { rankOf } from './govuk-pay/pay-answers.ts';
import { PayRefusal, PaySilence } from './govuk-pay/pay-problems.ts';
import { fundOf, type Payments } from './payments.ts';
import { applyAnswer } from './refresh.ts';
import { enter } from './records/ledger.ts';
import { paymentById } from './records/payments.ts';
import type { PaymentRow, PaymentsTables } from './records/tables.ts';

/** Longer than Pay is waited for, to create and to search, and all that is around it. A process that dies holding a claim loses it then. */
const claimMs = ({ settings }: Payments): number => 2 * settings.pay.timeoutMs + 5_000;
/** How long a second request waits for the first: less than the ten seconds after which a resident's browser gives up. */
const patienceMs = 9_000;
const lookMs = 40;

/**
 * The payment, created at Pay.
 *
 * @throws PayRefusal, PaySilence: nothing was taken; asked again, it goes on where it stopped
 */
export async function ensureCreated(payments: Payments, row: PaymentRow): Promise<PaymentRow> {
  const giveUp = performance.now() + patienceMs;
  for (;;) {
    const now = await paymentById(payments, row.id);
    if (now.pay_id !== null || now.rank > 0) return now;
    const claimed = await claim(payments, row.id);
    if (claimed) return claimed.sends === 1 ? await create(payments, claimed) : await recover(payments, claimed);
    if (performance.now() > giveUp) throw new PaySilence('begin', 'busy');
    // Another request, or another process, is at it.
    await wait(lookMs);
  }
}

/** Takes the claim and writes down that Pay is about to be asked; `sends` 1 means that it never was before. */
async function claim(payments: Payments, id: string): Promise<PaymentRow | undefined> {
  const { ground } = payments;
  const now = ground.clock.now().getTime();
  return await ground.store
    .db<PaymentsTables>()
    .updateTable('payments_payment')
    .set((eb) => ({
      claimed_until: now + claimMs(payments),
      sends: eb('sends', '+', 1),
      sent_at: eb.case().when('sends', '=', 0).then(now).else(eb.ref('sent_at')).end(),
    }))
    .where('id', '=', id)
    .where('rank', '=', 0)
    .where('claimed_until', '<=', now)
    .returningAll()
    .executeTakeFirst();
}

async function create(payments: Payments, row: PaymentRow): Promise<PaymentRow> {
  let answer: PayPayment;
  try {
    answer = await payments.pay.create(newPayPayment(payments, row), row.reference);
  } catch (error) {
    // Refused: Pay does not have it, and may be asked again as if for the first time.
    if (error instanceof PayRefusal) {
      await release(payments, row, { sends: 0 }, { kind: 'refused', code: error.payCode ?? String(error.payStatus) });
      throw error;
    }
    if (!(error instanceof PaySilence)) throw error;
    await note(payments, row, { kind: 'unanswered', code: error.details.upstream?.code ?? null });
    if (error.isLate) {
      // Somebody has waited long enough to be told: it is looked for when they try again.
      await release(payments, row);
      throw error;
    }
    return await recover(payments, row, error);
  }
  return await adopt(payments, row, answer, 'answer');
}

/** Pay was asked before and nobody knows what came of it. */
async function recover(payments: Payments, row: PaymentRow, silence?: PaySilence): Promise<PaymentRow> {
  let found: readonly PayPayment[];
  try {
    found = await payments.pay.withReference(row.reference);
  } catch (error) {
    await release(payments, row);
    throw silence ?? error;
  }
  // Newest first: were there ever two, the older is the one that a resident may have been sent to.
  const answer = found.at(-1);
  if (answer) return await adopt(payments, row, answer, 'search');
  const { clock } = payments.ground;
  const current = await paymentById(payments, row.id);
  const settled = current.sent_at + payments.settings.pay.searchSettlesSeconds * 1000;
  if (silence || clock.now().getTime() < settled) {
    await release(payments, row);
    throw silence ?? new PaySilence('begin', 'not_found_yet');
  }
  // By now a search would have shown it: Pay never had it.
  const now = clock.now().getTime();
  await payments.ground.store.db<PaymentsTables>().updateTable('payments_payment').set({ sent_at: now }).where('id', '=', row.id).execute();
  return await create(payments, row);
}

function newPayPayment(payments: Payments, row: PaymentRow) {
  const { settings, ground } = payments;
  const language = languageOf(row.language);
  const told = settings.pay.metadata;
  const metadata = {
    ...(told.includes('fund') ? { fund: row.fund } : {}),
    ...(told.includes('reference') ? { reference: row.account } : {}),
  };
  return {
    amount: row.amount,
    reference: row.reference,
    // Characters that Pay's firewall stops are in no description. Pay counts 255 UTF-16 code units.
    description: cutText((fundOf(payments, row.fund)?.name[language] ?? row.fund).replace(/[<>"\\|]/g, ' '), 255, 'code-units'),
    // Always our own page: it reads the payment before it leads anywhere.
    return_url: ground.site.url(`/payments/${row.id}/return`),
    language,
    // Where the council sends the receipt itself, Pay is not told: its own confirmation would be a second one.
    ...(row.email === null || payments.notify ? {} : { email: row.email }),
    ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
  };
}

async function adopt(payments: Payments, row: PaymentRow, answer: PayPayment, source: 'answer' | 'search'): Promise<PaymentRow> {
  const { store, clock } = payments.ground;
  const adopted = await store.transaction<PaymentsTables, PaymentRow>(async (trx) => {
    const now = clock.now().getTime();
    const right = answer.amount === row.amount && answer.reference === row.reference;
    const taken = await trx
      .updateTable('payments_payment')
      .set({ pay_id: answer.payment_id, status: 'created', rank: rankOf('created'), claimed_until: 0, asked_at: now })
      .where('id', '=', row.id)
      .where('rank', '=', 0)
      .returningAll()
      .executeTakeFirst();
    if (taken) {
      await enter(trx, {
        payment: row.id,
        at: now,
        kind: source === 'answer' ? 'created' : 'found',
        source,
        note: answer.payment_id,
        once: 'created',
      });
      if (!right)
        await enter(trx, { payment: row.id, at: now, kind: 'mismatch', source, note: `Pay says ${answer.amount} ${answer.reference}` });
      return taken;
    }
    return await trx.selectFrom('payments_payment').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
  });
  // What was found may have gone on already.
  return answer.state.status === 'created' ? adopted : await applyAnswer(payments, adopted, answer, source);
}

/** Gives the claim back; `sends` 0: Pay does not have it, and is asked as if for the first time. */
async function release({ ground }: Payments, row: PaymentRow, options: { readonly sends?: 0 } = {}, entry?: Happening): Promise<void> {
  await ground.store.transaction<PaymentsTables, unknown>(async (trx) => {
    await trx
      .updateTable('payments_payment')
      .set({ claimed_until: 0, ...options })
      .where('id', '=', row.id)
      .where('rank', '=', 0)
      .execute();
    if (entry) await enter(trx, { payment: row.id, at: ground.clock.now().getTime(), source: 'answer', ...entry });
  });
}

async function note({ ground }: Payments, row: PaymentRow, entry: Happening): Promise<void> {
  await ground.store.transaction<PaymentsTables, unknown>(async (trx) => {
    await enter(trx, { payment: row.id, at: ground.clock.now().getTime(), source: 'answer', ...entry });
  });
}

interface Happening {
  readonly kind: string;
  readonly code: string | null;
}
