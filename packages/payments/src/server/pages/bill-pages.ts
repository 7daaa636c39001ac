/** The bill without a script: `/council-tax` asks for account and postcode, and shows it. Neither is ever in an address. */
import { pageTitle } from '@council-kit/elements/templates.js';
import { htmlResponse, Problem, readForm, type GatewayContext, type Routes } from '@council-kit/gateway';
import { inLanguage } from '@council-kit/core';
import { html, type TemplateResult } from 'lit';
import type { BillQuestion } from '../../contract/bill.ts';
import { billQuestionTemplate } from '../../tax-bill/bill-question.template.ts';
import { billMessages } from '../../tax-bill/tax-bill.messages.ts';
import { billTemplate, billTitle } from '../../tax-bill/tax-bill.template.ts';
import { findBill } from '../council-tax/find-bill.ts';
import type { LockOut } from '../council-tax/lock-out.ts';
import { fundOf, languageOf, type Payments } from '../payments.ts';
import { sealBill } from './bill-link.ts';
import { paymentPageMessages } from './payment-page.messages.ts';
import { pageStyles } from './page-styles.ts';

const path = '/council-tax';

export function addBillPages({ hono }: Routes, payments: Payments, lockOut: LockOut): void {
  const { ground, settings } = payments;
  const fund = fundOf(payments, settings.councilTax.fund);
  if (!fund) return;

  const question = (context: GatewayContext, values: Partial<BillQuestion> = {}, problem?: Problem): Response => {
    const language = languageOf(context.get('language'));
    const { errors, title, detail } = problem?.details ?? {};
    const told =
      errors ??
      (problem
        ? [{ field: 'account', message: [title, detail].flatMap((text) => (text ? inLanguage(text, language) : [])).join('. ') }]
        : []);
    const action = ground.site.path(`${path}?lang=${language}`);
    const form = billQuestionTemplate({ language, format: fund.reference, values, errors: told, action });
    // Whoever sees no bill can pay all the same: locked out, or where the billing system does not answer.
    const body =
      problem && !errors
        ? html`${form}
            <p class="council-body">
              <a class="council-link" href=${ground.site.path(`/pay/${fund.id}?lang=${language}`)}
                >${paymentPageMessages.say('pay-by-number', language)}</a
              >
            </p>`
        : form;
    return answer(context, billMessages.say('ask-title', language), body, problem);
  };

  const answer = (context: GatewayContext, title: string, body: TemplateResult, problem?: Problem): Response => {
    const language = languageOf(context.get('language'));
    return htmlResponse(
      ground.site.page({
        language,
        title: problem ? pageTitle({ title, error: true, lang: language }) : title,
        body: html`${pageStyles(ground.site)}${body}`,
        languageLinks: Object.fromEntries(ground.site.languages.map((each) => [each, ground.site.path(`${path}?lang=${each}`)])),
      }),
      { language, status: problem?.status ?? 200, headers: problem?.details.headers ?? {} },
    );
  };

  hono.get(path, (context) => question(context));

  hono.post(path, async (context) => {
    const form = await readForm(context);
    const text = (name: string): string => (typeof form[name] === 'string' ? form[name].slice(0, 100) : '');
    const typed = { account: text('account'), postcode: text('postcode') };
    const language = languageOf(context.get('language'));
    try {
      const bill = await findBill(payments, lockOut, typed, { client: context.get('client'), language });
      const payHref = ground.site.path(`/pay/${fund.id}/bill/${sealBill(ground, bill)}?lang=${language}`);
      const directDebitHref = settings.directDebit && ground.site.path(`/direct-debit?lang=${language}`);
      const another = ground.site.path(`${path}?lang=${language}`);
      return answer(
        context,
        billTitle(bill, language),
        html`${billTemplate(bill, { language, payHref, ...(directDebitHref ? { directDebitHref } : {}) })}
          <p class="council-body"><a class="council-link" href=${another}>${billMessages.say('another', language)}</a></p>`,
      );
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // Nothing typed is lost, whatever stood in the way.
      return question(context, typed, error);
    }
  });
}
