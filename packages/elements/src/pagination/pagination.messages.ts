import { catalogue, type Catalogue } from '@council-kit/core';

export const paginationMessages: Catalogue<'pagination' | 'previous' | 'next' | 'page' | 'pageNumber'> = catalogue({
  en: { pagination: 'Pagination', previous: 'Previous', next: 'Next', page: 'page', pageNumber: 'Page {number}' },
  // In Welsh the noun comes first and changes the word after it, so it is shown and nothing is left to say unseen.
  cy: { pagination: 'Tudalennau', previous: 'Tudalen flaenorol', next: 'Tudalen nesaf', page: '', pageNumber: 'Tudalen {number}' },
});
