import { html, type TemplateResult } from 'lit';
import '../define/notification-banner.ts';
import { notificationBannerTemplate } from './notification-banner.template.ts';

export default { title: 'Elements/Notification banner', component: 'council-notification-banner' };

export const Default = {
  render: (): TemplateResult =>
    html`<council-notification-banner text="Collections are one day late this week."></council-notification-banner>`,
};

export const WithALink = {
  render: (): TemplateResult =>
    html`<council-notification-banner
      .text=${html`<p class="council-notification-banner-heading">
          Collections are one day late this week. <a class="council-link" href="/bins">See when yours is</a>.
        </p>
        <p class="council-body">This is because of the bank holiday on Monday.</p>`}
    ></council-notification-banner>`,
};

export const Success = {
  render: (): TemplateResult =>
    html`<council-notification-banner type="success" text="The update is published"></council-notification-banner>`,
};

export const SuccessWithoutFocus = {
  render: (): TemplateResult =>
    html`<council-notification-banner type="success" disable-auto-focus text="The update is published"></council-notification-banner>`,
};

export const WithItsOwnTitle = {
  render: (): TemplateResult =>
    html`<council-notification-banner
      title-text="Flooding"
      title-heading-level="3"
      text="Mill Lane is closed."
    ></council-notification-banner>`,
};

export const TwoOfThem = {
  render: (): TemplateResult =>
    html`<council-notification-banner text="Mill Lane is closed."></council-notification-banner>
      <council-notification-banner title-text="Bins" text="Collections are one day late."></council-notification-banner>`,
};

export const Enhancing = {
  render: (): TemplateResult =>
    html`<council-notification-banner
      >${notificationBannerTemplate({ type: 'success', text: 'The update is published' })}</council-notification-banner
    >`,
};
