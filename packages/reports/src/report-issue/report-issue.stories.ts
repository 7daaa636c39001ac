import { html, type TemplateResult } from 'lit';
import '../define/report-issue.ts';
import { gatewayAddress, recordedGateway, type Instead } from '../testing/recorded-gateway.ts';
import type { CouncilReportIssue } from './report-issue.ts';

let gateway: ReturnType<typeof recordedGateway> | undefined;

/** Each story has a gateway of its own. */
const withGateway =
  (instead?: Instead) =>
  (story: () => TemplateResult): TemplateResult => {
    gateway?.remove();
    gateway = recordedGateway(instead);
    return story();
  };

export default { title: 'Reports/Report an issue', component: 'council-report-issue', decorators: [withGateway()] };

const widget = (): TemplateResult =>
  html`<council-report-issue gateway=${gatewayAddress} history="none"><a href="/report">Report a problem</a></council-report-issue>`;

/** Waits until the widget shows what a step has, and gives the root that it is in. */
async function shown(canvas: HTMLElement, selector: string): Promise<ShadowRoot> {
  const root = canvas.querySelector<CouncilReportIssue>('council-report-issue')?.shadowRoot;
  if (!root) throw new Error('There is no widget in this story.');
  while (!root.querySelector(selector)) await new Promise((resolve) => requestAnimationFrame(resolve));
  return root;
}

const press = (root: ShadowRoot): void =>
  root.querySelector<HTMLButtonElement>('.council-journey-form .council-button:not(.council-button--secondary)')?.click();

async function pick(canvas: HTMLElement, service: string): Promise<ShadowRoot> {
  const root = await shown(canvas, `input[value="${service}"]`);
  root.querySelector<HTMLInputElement>(`input[value="${service}"]`)?.click();
  press(root);
  return shown(canvas, '[name="where-words"]');
}

async function place(canvas: HTMLElement, service: string): Promise<ShadowRoot> {
  const root = await pick(canvas, service);
  const words = root.querySelector<HTMLInputElement>('[name="where-words"]');
  if (words) words.value = 'opposite 12 Mill Lane';
  press(root);
  return root;
}

/** What is it? The council's own list, grouped and searchable. */
export const What = {
  render: widget,
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => void (await shown(canvasElement, 'h1')),
};

/** Where is it? Words, the device's position, or the map. */
export const Where = {
  render: widget,
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => void (await pick(canvasElement, 'pothole')),
};

/** Reports near the place are offered before a duplicate is made. */
export const Nearby = {
  render: widget,
  play: async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    await place(canvasElement, 'fly-tipping');
    await shown(canvasElement, '.council-report-list__item');
  },
};

/** The kind's own questions, with everything wrong. */
export const DetailsWithErrors = {
  render: widget,
  play: async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    await place(canvasElement, 'pothole');
    press(await shown(canvasElement, '[name="pothole-size"]'));
    await shown(canvasElement, '.council-error-summary');
  },
};

/** Nobody answers: it says so and offers a way on. */
export const NobodyAnswers = {
  decorators: [withGateway(() => Promise.reject(new TypeError('Failed to fetch')))],
  render: widget,
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => void (await shown(canvasElement, 'h1')),
};
