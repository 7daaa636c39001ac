import { insetTextTemplate } from '@council-kit/elements/templates.js';
import { html, nothing } from 'lit';
import { inLanguageOf } from '../languages.ts';
import { siteMessages } from '../site.messages.ts';
import type { SitePageMaker } from './page.ts';

/** The bill, and paying it. The links inside are what residents get where no script comes: the same journeys, page by page. */
export const councilTaxPage: SitePageMaker = (language, { gateway, example }) => ({
  title: siteMessages.say('council-tax', language),
  scripts: ['/assets/council-tax.js'],
  body: html`${example ? insetTextTemplate({ text: siteMessages.say('council-tax-example', language, { ...example }) }) : nothing}
    <council-tax-bill
      gateway=${gateway}
      direct-debit-page=${inLanguageOf('/direct-debit', language)}
      data-return-page=${inLanguageOf('/payment', language)}
    >
      <h1 class="council-heading-l">${siteMessages.say('council-tax', language)}</h1>
      <p class="council-body">
        <a class="council-link" href=${`${gateway}/council-tax?lang=${language}`}
          >${siteMessages.say('council-tax-without-script', language)}</a
        >
      </p>
      <p class="council-body">
        <a class="council-link" href=${`${gateway}/pay/council-tax?lang=${language}`}
          >${siteMessages.say('pay-without-script', language)}</a
        >
      </p>
    </council-tax-bill>`,
});

/** Where residents come back to from GOV.UK Pay. */
export const paymentPage: SitePageMaker = (language, { gateway }, query) => {
  const payment = query.get('payment') ?? '';
  const known = /^[A-Za-z0-9_-]{22}$/.test(payment) ? payment : '';
  return {
    title: siteMessages.say('your-payment', language),
    scripts: ['/assets/payment.js'],
    body: html`<council-payment-status gateway=${gateway} payment=${known}>
      <h1 class="council-heading-l">${siteMessages.say('your-payment', language)}</h1>
      <p class="council-body">
        <a
          class="council-link"
          href=${known ? `${gateway}/payments/${known}/return?lang=${language}` : inLanguageOf('/council-tax', language)}
          >${siteMessages.say('see-payment', language)}</a
        >
      </p>
    </council-payment-status>`,
  };
};

/** What a bill would be, worked out on the page. */
export const calculatorPage: SitePageMaker = (language, { gateway }) => ({
  title: siteMessages.say('calculator', language),
  scripts: ['/assets/calculator.js'],
  body: html`<council-tax-calculator gateway=${gateway}>
    <h1 class="council-heading-l">${siteMessages.say('calculator', language)}</h1>
    <p class="council-body">
      <a class="council-link" href=${`${gateway}/council-tax/calculator?lang=${language}`}
        >${siteMessages.say('calculator-without-script', language)}</a
      >
    </p>
  </council-tax-calculator>`,
});

/** Numbers that the made-up table takes. */
const bankAccount = { sortCode: '00-00-10', accountNumber: '00734446' };

/** A Direct Debit for council tax. */
export const directDebitPage: SitePageMaker = (language, { gateway, example }) => ({
  title: siteMessages.say('direct-debit', language),
  scripts: ['/assets/direct-debit.js'],
  body: html`${
      example
        ? insetTextTemplate({ text: siteMessages.say('direct-debit-example', language, { account: example.account, ...bankAccount }) })
        : nothing
    }
    <council-direct-debit gateway=${gateway}>
      <h1 class="council-heading-l">${siteMessages.say('direct-debit', language)}</h1>
      <p class="council-body">
        <a class="council-link" href=${`${gateway}/direct-debit?lang=${language}`}
          >${siteMessages.say('direct-debit-without-script', language)}</a
        >
      </p>
    </council-direct-debit>`,
});
