import { html } from 'lit';
import { inLanguageOf } from '../languages.ts';
import { siteMessages, type SiteKey } from '../site.messages.ts';
import type { SitePageMaker } from './page.ts';

export const homePage: SitePageMaker = (language, { gateway, backOffice, paymentPlatforms }) => {
  const say = (key: SiteKey): string => siteMessages.say(key, language);
  const at = (path: string): string => inLanguageOf(path, language);
  const card = (href: string, heading: string, about: string) =>
    html`<li class="site-card">
      <h3 class="council-heading-s site-card-heading"><a class="council-link" href=${href}>${heading}</a></h3>
      <p class="council-body site-card-about">${about}</p>
    </li>`;
  return {
    title: say('home'),
    body: html`<h1 class="council-heading-xl">${say('home')}</h1>
      <p class="council-body-l">${say('home-lead')}</p>
      <h2 class="council-heading-m">${say('services')}</h2>
      <ul class="site-cards">
        ${card(at('/report'), say('report'), say('report-about'))} ${card(at('/follow'), say('follow'), say('follow-about'))}
        ${card(at('/moved'), say('moved'), say('moved-about'))} ${card(at('/address'), say('address'), say('address-about'))}
        ${card(at('/council-tax'), say('council-tax'), say('council-tax-about'))}
        ${card(at('/council-tax/calculator'), say('calculator'), say('calculator-about'))}
        ${card(at('/direct-debit'), say('direct-debit'), say('direct-debit-about'))}
        ${card(`${gateway}/pay/parking?lang=${language}`, say('parking'), say('parking-about'))}
      </ul>
      <h2 class="council-heading-m">${say('for-officers')}</h2>
      <ul class="site-cards">
        ${card(`${gateway}/staff/reports?lang=${language}`, say('staff'), say('staff-about'))}
        ${card(`${gateway}/staff/finance?lang=${language}`, say('finance'), say('finance-about'))}
        ${card(backOffice, say('back-office'), say('back-office-about'))}
        ${paymentPlatforms === undefined ? '' : card(paymentPlatforms, say('govuk-pay'), say('govuk-pay-about'))}
        ${card('/elsewhere', say('elsewhere'), say('elsewhere-about'))}
      </ul>`,
  };
};
