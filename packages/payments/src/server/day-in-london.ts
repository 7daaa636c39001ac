const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day it is in the country, as `2026-11-23`: between midnight and one in summer it is not the day of UTC. */
export const dayInLondon = (at: Date): string => format.format(at);
