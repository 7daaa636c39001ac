import { html, type TemplateResult } from 'lit';
import '../define.ts';
import type { SubmitOutcome } from '../submission.ts';
import { skipJourney } from '../testing/skip.journey.ts';

export default { title: 'Journeys/Journey', component: 'council-journey' };

const accept = async (): Promise<SubmitOutcome> => ({ kind: 'accepted', accepted: { reference: 'SK-7Q2M-9XV4' } });
const fail = async (): Promise<SubmitOutcome> => ({ kind: 'unreachable' });

/** Try it: nothing is stored and nothing is sent. */
export const Default = {
  render: (): TemplateResult =>
    html`<council-journey history="none" .journey=${skipJourney} .submit=${accept}
      ><a href="/skip-permit">Apply for a skip permit</a></council-journey
    >`,
};

export const InWelshWithSwitch = {
  render: (): TemplateResult =>
    html`<council-journey lang="cy" history="none" languages="en cy" .journey=${skipJourney} .submit=${accept}></council-journey>`,
};

/** When it is sent, nobody answers. */
export const NobodyAnswers = {
  render: (): TemplateResult =>
    html`<council-journey
      history="none"
      .journey=${{ ...skipJourney, name: 'skip-short', steps: skipJourney.steps.slice(-1) }}
      .submit=${fail}
    ></council-journey>`,
};

/** In the page itself, which brings the kit's style sheet. */
export const WithoutTheWall = {
  render: (): TemplateResult => html`<council-journey light history="none" .journey=${skipJourney} .submit=${accept}></council-journey>`,
};
