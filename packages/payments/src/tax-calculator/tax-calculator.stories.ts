import { html, type TemplateResult } from 'lit';
import type { CouncilTaxCharges } from '../contract/bill.ts';
import '../define/tax-calculator.ts';
import { answeringGateway, gatewayAddress, until } from '../testing/answering-gateway.ts';
import { charges, scottishCharges, welshCharges } from '../testing/charges.ts';

export default { title: 'Payments/Council tax calculator', component: 'council-tax-calculator' };

const shows = (given: CouncilTaxCharges, answers: readonly string[] = [], dates: Readonly<Record<string, string>> = {}) => ({
  render: (): TemplateResult => html`<council-tax-calculator history="none" .charges=${given}></council-tax-calculator>`,
  play: async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const root = canvasElement.querySelector('council-tax-calculator')?.shadowRoot;
    if (!root) throw new Error('There is no widget in this story.');
    await until(root, () => root.querySelector('form') !== null);
    if (answers.length === 0) return;
    for (const value of answers) root.querySelector<HTMLInputElement>(`input[value="${value}"]`)?.click();
    const area = root.querySelector<HTMLSelectElement>('select');
    if (area) area.value = 'mill-lane';
    for (const [name, value] of Object.entries(dates)) {
      const input = root.querySelector<HTMLInputElement>(`[name="${name}"]`);
      if (input) input.value = value;
    }
    root.querySelector<HTMLButtonElement>('form button')?.click();
    await until(root, () => root.querySelector('.council-tax-answer, .council-error-summary') !== null);
  },
});

/** Nothing asked yet. */
export const Empty = shows(charges);
/** A whole year, one adult. */
export const WholeYear = shows(charges, ['E', 'one']);
/** From a move in the summer. */
export const AfterMove = shows(charges, ['B', 'several', 'yes'], { 'from-day': '30', 'from-month': '7', 'from-year': '2026' });
/** Twice the charge. */
export const SecondHome = shows(charges, ['D', 'second-home']);
/** Nothing to pay. */
export const Students = shows(charges, ['C', 'students']);
/** No band, and a date that is none. */
export const WithErrors = shows(charges, ['one'], { 'from-day': '31', 'from-month': '2', 'from-year': '2026' });
/** One area, band I. */
export const Wales = shows(welshCharges, ['I', 'several']);
/** Empty for years. */
export const LongEmpty = shows(charges, ['D', 'empty-5']);
/** In and out again. */
export const InAndOut = shows(charges, ['D', 'several'], {
  'from-day': '1',
  'from-month': '6',
  'from-year': '2026',
  'to-day': '31',
  'to-month': '8',
  'to-year': '2026',
});
/** Scotland: water by the ninths, and no premium on it. */
export const Scotland = shows(scottishCharges, ['E', 'second-home', 'yes']);
/** Nobody answers. */
export const NobodyAnswers = {
  decorators: [
    (story: () => TemplateResult): TemplateResult => {
      answeringGateway(() => Promise.reject(new TypeError('Failed to fetch')));
      return story();
    },
  ],
  render: (): TemplateResult => html`<council-tax-calculator history="none" gateway=${gatewayAddress}></council-tax-calculator>`,
  play: async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const root = canvasElement.querySelector('council-tax-calculator')?.shadowRoot;
    if (root) await until(root, () => root.querySelector('[role="alert"]') !== null);
  },
};
