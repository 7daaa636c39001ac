const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day it is in the United Kingdom, as `2026-11-23`. In summer it is a day ahead of UTC between midnight and 1am. */
export const dayInLondon = (at: Date): string => format.format(at);
