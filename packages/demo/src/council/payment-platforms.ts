import { syntheticModulusTable } from '@council-kit/payments/rules.js';
import type { FinanceSettingsInput } from '@council-kit/finance/server';
import type { PaymentsSettingsInput } from '@council-kit/payments/server';
import {
  accountNumberFormat,
  createBilling,
  createGovukNotify,
  createGovukPay,
  sandboxNotifyKeys,
  startSandbox,
  type Billing,
  type Gazetteer,
  type GovukNotify,
  type GovukPay,
  type Households,
  type Sandbox,
} from '@council-kit/sandbox';
import { join } from 'node:path';
import { council } from './council.ts';
import { receipt, receiptTemplates } from './receipt-templates.ts';

export type PaymentPlatforms = Sandbox<'govuk-pay' | 'govuk-notify' | 'billing'>;

/** What a resident would have on a letter. */
export interface Account {
  readonly account: string;
  readonly postcode: string;
}

/** The council's key at GOV.UK Pay and at its billing system. */
export const key = 'aldermere-demo-key';
const webhookSecret = 'aldermere-demo-webhook-secret';

/** The platforms that payments need, before they have an address. */
export interface PaymentPlatformParts {
  readonly 'govuk-pay': GovukPay;
  readonly 'govuk-notify': GovukNotify;
  readonly billing: Billing;
}

export interface PaymentPlatformOptions {
  readonly dataFolder: string;
  readonly gazetteer: Gazetteer;
  /** The gateway, which GOV.UK Pay's webhooks go to. Without it Pay sends none. */
  readonly gateway?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** GOV.UK Pay, GOV.UK Notify and the council's billing system, played by the sandbox. They keep their books over a restart. */
export function createPaymentPlatforms({ dataFolder, gazetteer, gateway, now }: PaymentPlatformOptions): PaymentPlatformParts {
  return {
    'govuk-pay': createGovukPay({
      apiKeys: [key],
      webhooks: gateway === undefined ? [] : [{ url: `${gateway}/payments/webhook`, signingSecret: webhookSecret }],
      keepIn: join(dataFolder, 'govuk-pay.jsonl'),
      // A year in half a minute has more payments a second than Pay takes.
      ...(now && { now, postsPerSecond: 0 }),
    }),
    'govuk-notify': createGovukNotify({
      templates: receiptTemplates,
      serviceName: council.name.en,
      keepIn: join(dataFolder, 'govuk-notify.jsonl'),
      ...(now && { now, requestsPerMinute: 0 }),
    }),
    billing: createBilling({
      gazetteer,
      apiKeys: [key],
      keepIn: join(dataFolder, 'billing.jsonl'),
      ...(now && { now: () => new Date(now()) }),
    }),
  };
}

/** Starts them, each on a port of its own. */
export async function startPaymentPlatforms(
  options: PaymentPlatformOptions,
): Promise<{ readonly platforms: PaymentPlatforms; readonly example: Account }> {
  const platforms = createPaymentPlatforms(options);
  return { platforms: await startSandbox({ platforms: { ...platforms } }), example: paidByHand(platforms.billing.households) };
}

/** The first account that does not pay by Direct Debit: it has something to pay. */
function paidByHand(households: Households): Account {
  for (let index = 0; ; index += 1) {
    const { account, postcode, directDebit } = households.at(index);
    if (!directDebit) return { account, postcode };
  }
}

const accountNumber: PaymentsSettingsInput['funds'][number]['reference'] = {
  label: { en: 'What is your council tax account number?', cy: 'Beth yw rhif eich cyfrif treth gyngor?' },
  name: { en: 'Council tax account number', cy: 'Rhif cyfrif y dreth gyngor' },
  hint: {
    en: `It has 8 characters, like ${accountNumberFormat.example}, and is at the top of every letter about your council tax`,
    cy: `Mae ganddo 8 nod, fel ${accountNumberFormat.example}, ac mae ar frig pob llythyr am eich treth gyngor`,
  },
  example: accountNumberFormat.example,
  patterns: [...accountNumberFormat.patterns],
  checkDigit: { ...accountNumberFormat.checkDigit, weights: [...accountNumberFormat.checkDigit.weights] },
};

/** What the authorities ask for this year, in pence for band D: as the billing system has it. */
const charges: NonNullable<NonNullable<PaymentsSettingsInput['councilTax']>['charges']> = {
  year: 2026,
  nation: 'wales',
  areas: [
    {
      id: 'aldermere',
      name: { en: 'Aldermere', cy: 'Aldermere' },
      authorities: [
        { id: 'aldermere', kind: 'council', name: council.name, bandD: 158_731 },
        {
          id: 'police',
          kind: 'police',
          name: { en: 'Police and Crime Commissioner for Mid Vale', cy: 'Comisiynydd Heddlu a Throseddu Canol y Fro' },
          bandD: 38_649,
        },
        { id: 'community', kind: 'parish', name: { en: 'Aldermere Community Council', cy: 'Cyngor Cymuned Aldermere' }, bandD: 2_418 },
      ],
    },
  ],
  premiums: {
    secondHome: 50,
    empty: [
      { years: 1, percent: 100 },
      { years: 5, percent: 200 },
    ],
  },
};

const contact = {
  text: {
    en: `Call us on ${council.telephone}, ${council.hours.en}`,
    cy: `Ffoniwch ni ar ${council.telephone}, ${council.hours.cy}`,
  },
  telephone: council.telephone,
  email: council.email,
};

/** What a council writes in its settings file, with the addresses of the sandbox's platforms instead of the real ones. */
export function paymentSettings(baseUrl: (platform: keyof PaymentPlatformParts) => string, site: string): PaymentsSettingsInput {
  return {
    pay: { url: baseUrl('govuk-pay'), key, webhookSecret },
    returnOrigins: [site],
    startAgain: `${site}/council-tax`,
    contact,
    funds: [
      {
        id: 'council-tax',
        name: { en: 'Council tax', cy: 'Y dreth gyngor' },
        reference: accountNumber,
        emailReceipt: true,
      },
      {
        id: 'parking',
        name: { en: 'Parking fine', cy: 'Dirwy parcio' },
        reference: {
          label: { en: 'What is the number of the penalty charge notice?', cy: 'Beth yw rhif yr hysbysiad tâl cosb?' },
          name: { en: 'Notice number', cy: 'Rhif yr hysbysiad' },
          hint: { en: 'It begins with AL, followed by 8 digits', cy: 'Mae’n dechrau gydag AL, ac yna 8 digid' },
          example: 'AL12345678',
          patterns: ['AL[0-9]{8}'],
        },
        limits: { least: 100, most: 50_000 },
      },
    ],
    billing: { url: baseUrl('billing'), key },
    notify: { url: baseUrl('govuk-notify'), key: sandboxNotifyKeys.live, receipt },
    councilTax: {
      charges,
      instalments: {
        twelve: {
          ask: {
            en: `To pay over 12 months, call us on ${council.telephone}`,
            cy: `I dalu dros 12 mis, ffoniwch ni ar ${council.telephone}`,
          },
        },
      },
    },
    // A real council has Pay.UK's table; this one is made up, so that the check can be seen.
    directDebit: {
      creditor: 'ALDERMERE COUNCIL',
      reference: accountNumber,
      days: [1, 15, 28],
      twelve: true,
      modulusTable: syntheticModulusTable,
      contact,
    },
  };
}

/** Everybody at this computer is an officer: it is a demonstration, and the site says so. */
export const financeSettings: FinanceSettingsInput = { staff: { authorise: () => ({ id: 'demo', name: 'Sam Officer' }) } };
