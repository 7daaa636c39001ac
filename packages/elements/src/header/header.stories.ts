import { html, type TemplateResult } from 'lit';
import '../define/header.ts';
import { headerTemplate } from './header.template.ts';

const logo = html`<svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
  <circle cx="22" cy="22" r="20" fill="none" stroke="currentColor" stroke-width="3" />
  <path d="M8 26q7-8 14 0t14 0" fill="none" stroke="currentColor" stroke-width="3" />
</svg>`;

export default { title: 'Elements/Header', component: 'council-header' };

export const Default = {
  render: (): TemplateResult => html`<council-header logo-text="Aldermere Council"></council-header>`,
};

export const WithAService = {
  render: (): TemplateResult =>
    html`<council-header logo-text="Aldermere Council" service-name="Report a problem" service-url="/report"></council-header>`,
};

export const WithALogo = {
  render: (): TemplateResult => html`<council-header logo-text="Aldermere Council" .logo=${logo}></council-header>`,
};

export const WithALogoThatShowsTheName = {
  render: (): TemplateResult => html`<council-header logo-text="Aldermere Council" logo-text-hidden .logo=${logo}></council-header>`,
};

export const WithALongName = {
  render: (): TemplateResult =>
    html`<council-header
      logo-text="Cyngor Bwrdeistref Sirol Llanfairpwllgwyngyllgogerychwyrndrobwll"
      service-name="Rhoi gwybod am broblem"
      .logo=${logo}
    ></council-header>`,
};

export const Enhancing = {
  render: (): TemplateResult =>
    html`<council-header
      >${headerTemplate({ logoText: 'Aldermere Council', logo, serviceName: 'Report a problem', serviceUrl: '/report' })}</council-header
    >`,
};
