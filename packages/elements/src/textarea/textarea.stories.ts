import { html, type TemplateResult } from 'lit';
import '../define/textarea.ts';
import { textareaTemplate } from './textarea.template.ts';

export default { title: 'Elements/Textarea', component: 'council-textarea' };

export const Default = {
  render: (): TemplateResult =>
    html`<council-textarea label="What happened?" hint="Do not include personal details, such as names" name="what"></council-textarea>`,
};

export const WithCount = {
  render: (): TemplateResult => html`<council-textarea label="What happened?" name="counted" max-characters="2000"></council-textarea>`,
};

export const WithWordCount = {
  render: (): TemplateResult =>
    html`<council-textarea label="Tell us why" name="words" max-words="150" value="Because of the lane"></council-textarea>`,
};

export const WithThreshold = {
  render: (): TemplateResult =>
    html`<council-textarea label="Notes" name="threshold" max-characters="100" threshold="75" value="Short"></council-textarea>`,
};

export const OverTheLimit = {
  render: (): TemplateResult =>
    html`<council-textarea label="Notes" name="over" max-characters="20" value="Three sofas and a fridge by the gate"></council-textarea>`,
};

export const WithError = {
  render: (): TemplateResult =>
    html`<council-textarea
      label="What happened?"
      name="in-error"
      error-message="Enter what happened"
      max-characters="2000"
    ></council-textarea>`,
};

export const Disabled = {
  render: (): TemplateResult =>
    html`<council-textarea label="What happened?" name="disabled" value="Three sofas" disabled></council-textarea>`,
};

export const Enhancing = {
  render: (_args: unknown, { globals }: { globals: { locale: string } }): TemplateResult =>
    html`<council-textarea>
      ${textareaTemplate({ label: { text: 'What happened?' }, name: 'written', maxlength: 200, value: 'Three sofas\nand a fridge', lang: globals.locale })}
    </council-textarea>`,
};
