import { languageOf } from '../messages/language.ts';
import { months } from './months.ts';

/** Days and times as people of this country say them. */

const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "1 April 2026", "1 Ebrill 2026". What is given is an ISO date, or an ISO moment: then it is the day in this country. */
export function dayInWords(dateOrMoment: string, language: string): string {
  return dateOrMoment.includes('T') ? read(dateOrMoment, language).day : say(dateOrMoment.split('-'), language);
}

/** "23 November 2026 at 9:05am", "23 Tachwedd 2026 am 9:05yb". The moment is an ISO time stamp. */
export function momentInWords(moment: string, language: string): string {
  const { day, hour, minute } = read(moment, language);
  const [morning, afternoon, at] = language === 'cy' ? ['yb', 'yp', 'am'] : ['am', 'pm', 'at'];
  return `${day} ${at} ${String(hour % 12 || 12)}:${minute}${hour < 12 ? morning : afternoon}`;
}

function read(moment: string, language: string): { readonly day: string; readonly hour: number; readonly minute: string } {
  const part = Object.fromEntries(inLondon.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  const { year = '', month = '', day = '', hour = '', minute = '' } = part;
  return { day: say([year, month, day], language), hour: Number(hour), minute };
}

function say([year = '', month = '', day = '']: readonly string[], language: string): string {
  return `${String(Number(day))} ${months[languageOf(language)][Number(month) - 1] ?? ''} ${year}`;
}
