import type { Ground, NotifyClient } from '@council-kit/gateway';
import type { Fund } from '../contract/fund.ts';
import type { BillingClient } from './billing/billing-client.ts';
import type { PayClient } from './govuk-pay/pay-client.ts';
import type { PaymentsSettings } from './settings.ts';

/** What every part of the server half stands on. */
export interface Payments {
  readonly ground: Ground;
  readonly settings: PaymentsSettings;
  readonly pay: PayClient;
  /** The council's billing system, where it can be asked. */
  readonly billing: BillingClient | undefined;
  /** GOV.UK Notify, where the council sends receipts itself. */
  readonly notify: NotifyClient | undefined;
}

export const fundOf = ({ settings }: Pick<Payments, 'settings'>, id: string): Fund | undefined =>
  settings.funds.find((fund) => fund.id === id);
