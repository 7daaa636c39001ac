import type { Content } from '../field/content.ts';

/** What was assigned to a property that takes words or a template. Anything else becomes words: Lit would walk an iterable for ever. */
export function contentOf(value: unknown): Content {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' && '_$litType$' in value ? (value as Content) : String(value as string);
}

/** A list that was assigned; none where something else was, as frameworks do before their data is there. */
export function listOf<Item>(value: readonly Item[] | undefined): readonly Item[] {
  return Array.isArray(value) ? (value as readonly Item[]) : [];
}
