import { addressLookupTemplate, addressOf, checkAddress, parseAddressAnswer, searchFieldNames } from '@council-kit/address';
import { inLanguage, type FieldError, type Language } from '@council-kit/core';
import { buttonTemplate, errorSummaryTemplate, summaryListTemplate } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import { siteMessages } from '../site.messages.ts';
import type { Addresses, SitePage, SitePageMaker } from './page.ts';

/** The name of the address in the form: its fields are `address-line-1`, `address-uprn` … */
const name = 'address';

/** An address in a form of the council's own: the tag around the fields that the server writes, which are all that there is without a script. */
export const addressPage: SitePageMaker = (language, addresses) => asking(language, addresses);

/** What the form brought: the address, or what is wrong with it. */
export function answeredAddressPage(form: FormData): SitePageMaker {
  return (language, addresses) => {
    // Only the script searches, so only its form says that nothing was searched for.
    const searching = form.get(searchFieldNames(name).stage) === 'search';
    const answer = parseAddressAnswer(form, name) ?? { stage: searching ? 'search' : 'by-hand' };
    const errors = checkAddress(answer, name, language);
    if (errors.length > 0) return asking(language, addresses, answer, errors);
    const address = addressOf(answer);
    const rows = Object.entries(address ?? {}).map(([part, value]) => ({
      key: { text: part },
      value: { text: Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value) },
    }));
    return {
      title: siteMessages.say('address-received', language),
      body: html`<h1 class="council-heading-l">${siteMessages.say('address-received', language)}</h1>
        <p class="council-body">${siteMessages.say('address-received-about', language)}</p>
        ${summaryListTemplate({ rows })}`,
    };
  };
}

function asking(
  language: Language,
  { gateway }: Addresses,
  answer: ReturnType<typeof parseAddressAnswer> = undefined,
  errors: readonly FieldError[] = [],
): SitePage {
  const question = { en: 'What is your address?', cy: 'Beth yw eich cyfeiriad?' };
  const summary: TemplateResult | typeof nothing =
    errors.length === 0
      ? nothing
      : html`<council-error-summary
          >${errorSummaryTemplate({ errorList: errors.map(({ field, message }) => ({ text: message, href: `#${field}` })), lang: language })}</council-error-summary
        >`;
  return {
    title: `${errors.length > 0 ? siteMessages.say('error-prefix', language) : ''}${siteMessages.say('address', language)}`,
    scripts: ['/assets/address.js'],
    status: errors.length > 0 ? 422 : 200,
    body: html`${summary}
      <form method="post" novalidate>
        <council-address-lookup name=${name} gateway=${gateway}
          >${addressLookupTemplate({
            name,
            legend: { text: inLanguage(question, language), isPageHeading: true, classes: 'council-fieldset-legend--l' },
            value: answer?.address,
            stage: answer?.stage,
            errors,
            lang: language,
          })}</council-address-lookup
        >
        ${buttonTemplate({ text: siteMessages.say('see-what-is-sent', language) })}
      </form>
      <p class="council-body">
        <a class="council-link" href=${`${gateway}/moved?lang=${language}`}>${siteMessages.say('address-without-script', language)}</a>
      </p>`,
  };
}
