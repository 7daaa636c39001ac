import type { Account } from '../accounts.ts';
import type { Agreement } from '../agreement.ts';
import { isCardNumber } from '../cards.ts';
import { payErrors, type PayError } from '../errors.ts';
import type { NewPayment } from '../payment.ts';
import type { GovukPayOptions } from '../settings.ts';

/** The first reason not to create a payment that was read, in the order in which pay-connector's `ChargeService` looks; before its key is looked up. */
export function returnUrlError({ authorisation_mode: mode, return_url: url }: NewPayment): PayError | undefined {
  if (mode !== 'web') return url === undefined ? undefined : payErrors.unexpected('return_url');
  if (url === undefined) return payErrors.missingFor('return_url');
  const valid = /^https?:\/\/\S+$/i.test(url) && URL.canParse(url);
  return valid ? undefined : payErrors.notAllowedFor('return_url', 'Must be a valid URL format');
}

/** The rest of them. */
export function refusal(
  wanted: NewPayment,
  account: Account,
  options: GovukPayOptions,
  agreement: Agreement | undefined,
): PayError | undefined {
  if (account.live && wanted.return_url !== undefined && !wanted.return_url.toLowerCase().startsWith('https://'))
    return payErrors.notHttps();
  if (!account.linked) return payErrors.notLinked();
  if (account.disabled) return payErrors.disabled();
  if (wanted.authorisation_mode === 'moto_api') {
    if (options.motoApi === false) return payErrors.motoApiOff();
  } else if (wanted.moto && options.moto === false) return payErrors.motoOff();
  if (wanted.from_link && isCardNumber(wanted.reference)) return payErrors.cardNumber();
  return agreementOptionsError(wanted, options) ?? amountError(wanted.amount, options) ?? agreementError(wanted, agreement);
}

function agreementOptionsError(wanted: NewPayment, options: GovukPayOptions): PayError | undefined {
  const recurring = options.recurring ?? true;
  const setsUp = wanted.set_up_agreement !== undefined;
  switch (wanted.authorisation_mode) {
    case 'agreement':
      if (!recurring) return payErrors.recurringOff();
      if (wanted.agreement_id === undefined) return payErrors.missingFor('agreement_id');
      if (setsUp) return payErrors.unexpected('set_up_agreement');
      if (wanted.moto) return payErrors.unexpected('moto');
      if (wanted.email !== undefined) return payErrors.unexpected('email');
      return wanted.prefilled ? payErrors.unexpected('prefilled_cardholder_details') : undefined;
    case 'web':
      return setsUp && !recurring ? payErrors.recurringOff() : undefined;
    case 'moto_api':
      return setsUp ? payErrors.unexpected('agreement_id') : undefined;
  }
}

function amountError(amount: number, options: GovukPayOptions): PayError | undefined {
  const least = options.provider === 'stripe' ? 30 : options.zeroAmounts ? 0 : 1;
  if (amount >= least) return undefined;
  const why = 'Refer to https://docs.payments.service.gov.uk/making_payments/#amount';
  return payErrors.notAllowed('amount', `Must be greater than or equal to ${least}. ${why}`);
}

function agreementError(wanted: NewPayment, agreement: Agreement | undefined): PayError | undefined {
  if (wanted.agreement_id === undefined && wanted.set_up_agreement === undefined) return undefined;
  if (!agreement) return payErrors.noAgreement();
  return wanted.authorisation_mode === 'agreement' && agreement.status !== 'active' ? payErrors.agreementNotActive() : undefined;
}
