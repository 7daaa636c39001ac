import { inLanguage, type Text } from '@council-kit/core';
import { html, nothing, type TemplateResult } from 'lit';

/** Where to turn when it cannot be done here. */
export interface Contact {
  readonly text: Text;
  readonly telephone?: string;
  readonly email?: string;
}

/** The council's ways to be reached, under a heading. */
export function contactTemplate(contact: Contact | undefined, language: string, heading: string): TemplateResult | typeof nothing {
  if (!contact) return nothing;
  const { text, telephone, email } = contact;
  return html`<h2 class="council-heading-m">${heading}</h2>
    <p class="council-body">${inLanguage(text, language)}</p>
    ${
      telephone
        ? html`<p class="council-body"><a class="council-link" href=${`tel:${telephone.replace(/[^\d+]/g, '')}`}>${telephone}</a></p>`
        : nothing
    }
    ${email ? html`<p class="council-body"><a class="council-link" href=${`mailto:${email}`}>${email}</a></p>` : nothing}`;
}
