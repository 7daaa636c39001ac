import { html, type TemplateResult } from 'lit';
import '../define/text-input.ts';
import { textInputTemplate } from './text-input.template.ts';

export default { title: 'Elements/Text input', component: 'council-text-input' };

export const Default = {
  render: (): TemplateResult =>
    html`<council-text-input label="Full name" name="full-name" autocomplete="name" spell-check="false"></council-text-input>`,
};

export const WithHint = {
  render: (): TemplateResult =>
    html`<council-text-input
      label="Reference"
      hint="It is on the letter, for instance AB-123456"
      name="reference"
      width="10"
    ></council-text-input>`,
};

export const WithError = {
  render: (): TemplateResult =>
    html`<council-text-input label="Full name" name="full-name" error-message="Enter your full name"></council-text-input>`,
};

export const WithPrefixAndSuffix = {
  render: (): TemplateResult =>
    html`<council-text-input
      label="Cost per item, in pounds"
      name="cost"
      prefix="£"
      suffix="per item"
      width="5"
      inputmode="decimal"
    ></council-text-input>`,
};

export const AsPageHeading = {
  render: (): TemplateResult =>
    html`<council-text-input label="What is your name?" label-size="l" label-is-page-heading name="name"></council-text-input>`,
};

export const Disabled = {
  render: (): TemplateResult =>
    html`<council-text-input label="Full name" name="full-name" value="Ann Jones" disabled></council-text-input>`,
};

export const Enhancing = {
  render: (): TemplateResult =>
    html`<council-text-input
      >${textInputTemplate({ label: { text: 'Full name' }, name: 'full-name', hint: { text: 'As on the letter' } })}</council-text-input
    >`,
};
