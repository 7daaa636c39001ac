import { html, type TemplateResult } from 'lit';
import '../define/report-status.ts';
import { gatewayAddress, recordedGateway, type Instead } from '../testing/recorded-gateway.ts';

let gateway: ReturnType<typeof recordedGateway> | undefined;

/** Each story has a gateway of its own. */
const withGateway =
  (instead?: Instead) =>
  (story: () => TemplateResult): TemplateResult => {
    gateway?.remove();
    gateway = recordedGateway(instead);
    return story();
  };

export default { title: 'Reports/Report status', component: 'council-report-status', decorators: [withGateway()] };

const widget = (reference: string): TemplateResult =>
  html`<council-report-status gateway=${gatewayAddress} reference=${reference}
    ><a href="/follow">Follow a report</a></council-report-status
  >`;

const until =
  (selector: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const root = canvasElement.querySelector('council-report-status')?.shadowRoot;
    while (!root?.querySelector(selector)) await new Promise((resolve) => requestAnimationFrame(resolve));
  };

/** Its status and the council's updates. */
export const Followed = { render: () => widget('7Q2KM-9XH4Y'), play: until('.council-report-updates') };

/** Asks for a reference. */
export const AsksForReference = { render: () => widget(''), play: until('form') };

/** There is no such report. */
export const NotFound = { render: () => widget('00000-00000'), play: until('.council-error-message') };

/** It cannot be a reference. */
export const NotAReference = { render: () => widget('AB-12'), play: until('.council-error-message') };

/** Nobody answers. */
export const NobodyAnswers = {
  decorators: [withGateway(() => Promise.reject(new TypeError('Failed to fetch')))],
  render: () => widget('7Q2KM-9XH4Y'),
  play: until('[role="alert"]'),
};
