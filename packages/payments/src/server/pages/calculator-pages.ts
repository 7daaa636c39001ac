/** The calculator without a script: a form sent by GET, so that its answer is an address that can be shared. `/council-tax/calculator`. */
import { languageOf } from '@council-kit/core';
import { pageTitle } from '@council-kit/elements/templates.js';
import { htmlResponse, type Routes } from '@council-kit/gateway';
import { dateFrom } from '@council-kit/journeys';
import { html } from 'lit';
import { addressOf, calculate, readCalculation, typedIn } from '../../rules/calculation.ts';
import { answerTitle, calculatorTitle, taxCalculatorTemplate } from '../../tax-calculator/tax-calculator.template.ts';
import { chargesOf } from '../council-tax/charges.ts';
import type { Payments } from '../payments.ts';
import { pageStyles } from './page-styles.ts';

const path = '/council-tax/calculator';

export function addCalculatorPages({ hono }: Routes, { ground, settings }: Payments): void {
  const charges = chargesOf(settings);
  if (!charges) return;
  hono.get(path, (context) => {
    const language = languageOf(context.get('language'));
    const typed = typedIn(new URL(context.req.url).searchParams);
    const asked = readCalculation(typed, charges, dateFrom, language);
    const link = (lang: string): string => ground.site.path(`${path}?${addressOf({ ...typed, lang })}`);
    const view = { language, charges, typed, action: ground.site.path(path) };
    const bill = asked?.kind === 'calculation' ? calculate(asked.calculation, charges) : undefined;
    const body = bill
      ? taxCalculatorTemplate({ ...view, bill, link: link(language) })
      : taxCalculatorTemplate({ ...view, errors: asked?.kind === 'errors' ? asked.errors : [] });
    const title = bill ? answerTitle(bill, language) : calculatorTitle(charges, language);
    const error = asked?.kind === 'errors';
    return htmlResponse(
      ground.site.page({
        language,
        title: error ? pageTitle({ title, error, lang: language }) : title,
        body: html`${pageStyles.link(ground.site)}${body}`,
        languageLinks: Object.fromEntries(ground.site.languages.map((each) => [each, link(each)])),
      }),
      { language, status: error ? 422 : 200 },
    );
  });
}
