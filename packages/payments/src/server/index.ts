/**
 * The server half: bills from the council's billing system, payments over GOV.UK Pay, Direct Debits, a ledger.
 *
 * @example
 * createGateway({ services: [payments({ pay: { key: process.env.GOVUK_PAY_KEY }, funds: [councilTax], billing: { url, key } })] })
 */
import {
  accountSource,
  charger,
  NotifyClient,
  offer,
  parseSettings,
  Routes,
  type Service,
  type ServiceModule,
  type SettingsPlace,
} from '@council-kit/gateway';
import { BillingClient, system as billingSystem } from './billing/billing-client.ts';
import { postPaymentDelivery } from './billing/post-payment.ts';
import { addBillRoutes } from './council-tax/bill-routes.ts';
import { LockOut } from './council-tax/lock-out.ts';
import { checkSettings } from './check-settings.ts';
import { addMandateRoutes } from './direct-debit/mandate-routes.ts';
import { handOnMandateDelivery } from './direct-debit/mandates.ts';
import { modulusTableOf } from './direct-debit/modulus-table.ts';
import { PayClient } from './govuk-pay/pay-client.ts';
import { ledgerOf, ledgerPort } from './ledger/ledger.ts';
import { system as paySystem } from './govuk-pay/pay-problems.ts';
import { mopUpJob } from './mop-up.ts';
import { addBillPages } from './pages/bill-pages.ts';
import { addCalculatorPages } from './pages/calculator-pages.ts';
import { addDirectDebitPages } from './pages/direct-debit-pages.ts';
import { pageStyles } from './pages/page-styles.ts';
import { addPayPages } from './pages/pay-pages.ts';
import { paymentsCharger, paymentsSource } from './offers.ts';
import { addPaymentRoutes } from './payment-routes.ts';
import type { Payments } from './payments.ts';
import { emailReceiptDelivery, forgetAddresses } from './receipts/email-receipt.ts';
import { migrations } from './records/migrations.ts';
import { settingsSchema, type ParsedPaymentsSettings, type PaymentsSettings, type PaymentsSettingsInput } from './settings.ts';
import { addWebhookRoutes, forgetWebhooks, readPaymentDelivery } from './webhook-routes.ts';

export {
  billingColumns,
  importAccounts,
  type BrokenAccount,
  type ImportAccountsOptions,
  type ImportedAccounts,
  type ImportProgress,
} from './billing/import-accounts.ts';
// What the council's own books stand on: `@council-kit/finance`.
export { ledgerPort, type Ledger } from './ledger/ledger.ts';
export { isOurs, type Book } from './ledger/books.ts';
export { decisions, decisionsOn, type Decision } from './ledger/decide-payment.ts';
export {
  outcomes,
  paymentIds,
  type FoundPage,
  type FoundPayment,
  type FoundTotals,
  type Outcome,
  type PaymentFilter,
} from './ledger/find-payments.ts';
export { leftToRefund, type PaymentStory, type StoryEntry } from './ledger/payment-story.ts';
export { otherWishCode, refusalOf, requestIdOf, type Refundable } from './ledger/refund-payment.ts';
export { finishedRank, type PayPayment } from './govuk-pay/pay-answers.ts';
export { PayRefusal, PaySilence } from './govuk-pay/pay-problems.ts';
export type { PaymentRow, RefundRequestRow } from './records/tables.ts';
export { failureInWords } from '../payment-status/payment-status.template.ts';
export { migrations as paymentsMigrations } from './records/migrations.ts';
export { settingsSchema, type ParsedPaymentsSettings, type PaymentsSettings, type PaymentsSettingsInput } from './settings.ts';

/**
 * The service, from settings that were parsed with {@link settingsSchema}.
 *
 * @throws SettingsError where settings do not fit together, or a file that they name cannot be read
 */
export function createService(given: ParsedPaymentsSettings, place?: SettingsPlace): Service {
  checkSettings(given);
  const settings = withFiles(given, place);
  return {
    name: 'payments',
    migrations,
    setUp(ground) {
      const { url, key, timeoutMs } = settings.pay;
      const { billing, notify } = settings;
      const payments: Payments = {
        ground,
        settings,
        pay: new PayClient(ground.upstream({ system: paySystem, baseUrl: url, timeoutMs, bodyLimit: 5_000_000 }), key),
        billing:
          billing?.url === undefined
            ? undefined
            : new BillingClient(
                ground.upstream({ system: billingSystem, baseUrl: billing.url, timeoutMs: billing.timeoutMs, bodyLimit: 1_000_000 }),
                billing.key,
              ),
        notify:
          notify &&
          new NotifyClient(
            ground.upstream({ system: 'govuk-notify', baseUrl: notify.url, timeoutMs: notify.timeoutMs, bodyLimit: 1_000_000 }),
            notify.key,
            ground.clock,
          ),
      };
      // A billing system that does not answer is given up after its time-out; the second is for the database.
      const lockOut = new LockOut(ground, { ...settings.councilTax, examiningMs: (billing?.timeoutMs ?? 0) + 1_000 });
      const routes = new Routes();
      addWebhookRoutes(routes, payments);
      addPaymentRoutes(routes, payments);
      if (billing) {
        addBillRoutes(routes, payments, lockOut);
        addBillPages(routes, payments, lockOut);
      }
      pageStyles.addTo(routes);
      addPayPages(routes, payments);
      addMandateRoutes(routes, payments);
      addDirectDebitPages(routes, payments);
      addCalculatorPages(routes, payments);
      return {
        routes,
        offers: [
          offer(accountSource, paymentsSource(payments)),
          offer(charger, paymentsCharger(payments)),
          offer(ledgerPort, ledgerOf(payments)),
        ],
        deliveries: {
          'read-payment': readPaymentDelivery(payments),
          'post-payment': postPaymentDelivery(payments),
          'hand-on-mandate': handOnMandateDelivery(payments),
          'email-receipt': emailReceiptDelivery(payments),
        },
        jobs: [
          mopUpJob(payments),
          {
            name: 'forget',
            everyMs: 3_600_000,
            async run() {
              await lockOut.forget();
              await forgetWebhooks(payments);
              await forgetAddresses(payments);
            },
          },
        ],
      };
    },
  };
}

/** The service, for a program that gives its settings as a value: `createGateway({ services: [payments({ … })] })`. */
export function payments(settings: PaymentsSettingsInput): Service {
  return createService(parseSettings(settingsSchema, settings, 'the settings of payments'));
}

function withFiles({ directDebit, ...settings }: ParsedPaymentsSettings, place?: SettingsPlace): PaymentsSettings {
  if (!directDebit) return settings;
  const { modulusTable, ...terms } = directDebit;
  return { ...settings, directDebit: { ...terms, ...(modulusTable ? { modulusTable: modulusTableOf(modulusTable, place) } : {}) } };
}

const serviceModule: ServiceModule<ParsedPaymentsSettings> = { settingsSchema, createService };
export default serviceModule;
