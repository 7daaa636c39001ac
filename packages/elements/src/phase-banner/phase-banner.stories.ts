import { html, type TemplateResult } from 'lit';
import '../define/phase-banner.ts';
import { phaseBannerTemplate } from './phase-banner.template.ts';

export default { title: 'Elements/Phase banner', component: 'council-phase-banner' };

export const Default = {
  render: (): TemplateResult => html`<council-phase-banner feedback-url="/feedback"></council-phase-banner>`,
};

export const Alpha = {
  render: (): TemplateResult => html`<council-phase-banner tag-text="Alpha" text="We are trying this out."></council-phase-banner>`,
};

export const WithItsOwnWords = {
  render: (): TemplateResult =>
    html`<council-phase-banner
      .text=${html`This page is being rebuilt. <a class="council-link" href="/old">Use the old one</a>.`}
    ></council-phase-banner>`,
};

export const Enhancing = {
  render: (): TemplateResult =>
    html`<council-phase-banner>${phaseBannerTemplate({ tag: { text: 'Beta' }, feedbackUrl: '/feedback' })}</council-phase-banner>`,
};
