/** What no single setting shows: settings that need one another. A service that could not keep what its pages promise does not start. */
import { SettingsError } from '@council-kit/gateway';
import { defaultFund, type ParsedPaymentsSettings } from './settings.ts';

/** @throws SettingsError naming the settings, and what to do */
export function checkSettings({ funds, billing, notify, councilTax, directDebit }: ParsedPaymentsSettings): void {
  const refuse = (sentence: string): never => {
    throw new SettingsError(`${sentence} (in the settings of payments)`);
  };
  const ids = funds.map(({ id }) => id);
  if (!ids.includes(councilTax.fund) && (billing !== undefined || councilTax.fund !== defaultFund))
    refuse(`The setting "councilTax.fund" names "${councilTax.fund}", which is not among the funds: ${ids.join(', ')}.`);
  if (billing?.source === 'api' && billing.url === undefined)
    refuse(
      'The setting "billing.url" is missing: it says where bills are asked for, such as "https://billing.council.example/api". For bills from a nightly file, set "billing.source" to "import".',
    );
  if (billing && billing.url === undefined && billing.key !== undefined)
    refuse('The setting "billing.key" is used only with "billing.url", which is missing.');
  // A resident would be given a reference and a date, and their bank details would never leave this gateway.
  if (directDebit && billing?.url === undefined)
    refuse(
      'The setting "directDebit" needs "billing.url": Direct Debit instructions are sent to the council’s billing system. Set "billing.url", or leave "directDebit" out.',
    );
  if (notify && !funds.some(({ emailReceipt }) => emailReceipt))
    refuse('The setting "notify" sends receipts, but no fund has "emailReceipt": true. Add it to a fund, or leave "notify" out.');
}
