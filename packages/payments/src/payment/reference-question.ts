/** The question of a reference: a special kind of journeys, so that the widget, the plain pages and a council's own journey ask the same. */
import { cutText, inLanguage } from '@council-kit/core';
import type { SpecialKind } from '@council-kit/journeys';
import { html } from 'lit';
import { typedSchema, type Typed } from './answer-schemas.ts';
import type { Fund } from '../contract/fund.ts';
import { readReference } from '../rules/reference.ts';
import { referenceTemplate } from './reference.template.ts';

function typedIn(form: FormData, name: string): Typed | undefined {
  const typed = String(form.get(name) ?? '').trim();
  return typed === '' ? undefined : { typed: cutText(typed, 200, 'code-units') };
}

/** The reference on the council's letter, as the fund describes it. */
export function referenceKind({ reference: format }: Pick<Fund, 'reference'>): SpecialKind<Typed> {
  return {
    schema: typedSchema,
    parse: (form, { name }) => typedIn(form, name),
    check({ typed }, { language, question }) {
      const read = readReference(typed, format);
      return read.kind === 'error' ? [{ field: question.name, message: inLanguage(read.message, language) }] : [];
    },
    template: referenceTemplate,
    summary({ typed }) {
      const read = readReference(typed, format);
      return html`<span translate="no">${read.kind === 'reference' ? read.reference : typed}</span>`;
    },
  };
}
