import type { Text } from '@council-kit/core';

/** How places are said. */
export const placeMessages = {
  unnamed: { en: 'A place without a name on our map', cy: 'Lle heb enw ar ein map' },
  near: (name: Text): Text => ({ en: `Near ${name.en}`, cy: `Ger ${name.cy}` }),
  outside: { en: 'Outside our area', cy: 'Y tu allan i’n hardal' },
  neighbour: (name: Text): Text => ({ en: `In the area of ${name.en}`, cy: `Yn ardal ${name.cy}` }),
  reportToNeighbour: (name: Text, url: string | undefined): Text => ({
    en: `This is in the area of ${name.en}. Report it to them${url ? `: ${url}` : ''}`,
    cy: `Mae hyn yn ardal ${name.cy}. Rhowch wybod iddynt hwy${url ? `: ${url}` : ''}`,
  }),
  reportElsewhere: {
    en: 'This is outside our area. Check the position, or report it to the council there: https://www.gov.uk/find-local-council',
    cy: 'Mae hyn y tu allan i’n hardal. Gwiriwch y lleoliad, neu rhowch wybod i’r cyngor yno: https://www.gov.uk/find-local-council',
  },
} as const;
