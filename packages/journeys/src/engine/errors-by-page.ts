import type { FieldError } from '@council-kit/core';
import type { Page, Walk } from './walk.ts';

/** Errors that came back from sending, by the address of the page they belong to; under `''` those of no page. */
export function errorsByPage(walk: Walk, errors: readonly FieldError[]): ReadonlyMap<string, readonly FieldError[]> {
  const byPage = new Map<string, FieldError[]>();
  for (const { field, message } of errors) {
    const page = walk.pages.find(
      (each): each is Extract<Page, { kind: 'step' }> => each.kind === 'step' && belongsTo(field, each) !== undefined,
    );
    const address = page?.address ?? '';
    byPage.set(address, [...(byPage.get(address) ?? []), { field: (page && belongsTo(field, page)) ?? field, message }]);
  }
  return byPage;
}

/** The name a field has on a page: `vehicles.0.registration` is `registration` on the first vehicle's page. */
function belongsTo(field: string, { entry, questions }: Extract<Page, { kind: 'step' }>): string | undefined {
  const prefix = entry ? `${entry.section.name}.${String(entry.index)}.` : '';
  if (!field.startsWith(prefix)) return undefined;
  const own = field.slice(prefix.length);
  return questions.some(({ name }) => own === name || own.startsWith(`${name}-`) || own.startsWith(`${name}.`)) ? own : undefined;
}
