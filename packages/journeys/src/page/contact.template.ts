import { inLanguage, type Text } from '@council-kit/core';
import type { Content } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';

/** How to reach the council. */
export interface Contact {
  readonly text: Text;
  readonly telephone?: string;
  readonly email?: string;
  readonly heading?: Text;
}

/**
 * How to reach the council, under a heading. A telephone number or an email address that the text already names becomes a link there;
 * one that it does not name gets a line of its own.
 *
 * @param heading unless the contact has one of its own
 */
export function contactTemplate(contact: Contact | undefined, language: string, heading: string): TemplateResult | typeof nothing {
  if (!contact) return nothing;
  const { telephone, email } = contact;
  const text = inLanguage(contact.text, language);
  const ways = [
    ...(telephone ? [{ shown: telephone, href: `tel:${telephone.replace(/[^\d+]/g, '')}` }] : []),
    ...(email ? [{ shown: email, href: `mailto:${email}` }] : []),
  ];
  return html`<h2 class="council-heading-m">${contact.heading ? inLanguage(contact.heading, language) : heading}</h2>
    <p class="council-body">${ways.reduce(withLink, [text])}</p>
    ${ways.filter(({ shown }) => !text.includes(shown)).map((way) => html`<p class="council-body">${linkTo(way)}</p>`)}`;
}

interface Way {
  readonly shown: string;
  readonly href: string;
}

const linkTo = ({ shown, href }: Way): TemplateResult => html`<a class="council-link" href=${href}>${shown}</a>`;

/** The parts of a text, with a link where it first names a way to reach the council. */
function withLink(parts: readonly Content[], way: Way): readonly Content[] {
  const index = parts.findIndex((part) => typeof part === 'string' && part.includes(way.shown));
  const part = parts[index];
  if (typeof part !== 'string') return parts;
  const at = part.indexOf(way.shown);
  return [...parts.slice(0, index), part.slice(0, at), linkTo(way), part.slice(at + way.shown.length), ...parts.slice(index + 1)];
}
