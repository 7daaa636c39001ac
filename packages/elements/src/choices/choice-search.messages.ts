import { catalogue, type Catalogue } from '@council-kit/core';

export const choiceSearchMessages: Catalogue<'search' | 'found' | 'none'> = catalogue({
  en: {
    search: 'Search this list',
    found: { one: '{count} of {total} shown', other: '{count} of {total} shown' },
    none: 'Nothing in this list matches “{query}”. Try other words, or clear the search to see all {total}.',
  },
  cy: {
    search: 'Chwilio’r rhestr hon',
    found: 'Dangosir {count} o {total}',
    none: 'Nid oes dim yn y rhestr hon yn cyfateb i “{query}”. Rhowch gynnig ar eiriau eraill, neu cliriwch y chwiliad i weld pob un o’r {total}.',
  },
});
