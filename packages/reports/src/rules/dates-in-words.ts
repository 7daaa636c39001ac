/** Days and hours as people of this country say them. Browsers on Linux and Windows often bring no Welsh: its months are here. */
const welshMonths = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
];

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const englishMonth = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', month: 'long' });

/** "23 November 2026", "23 Tachwedd 2026". */
export function dayInWords(datetime: string, language: string): string {
  return parts(datetime, language).day;
}

/** "23 November 2026 at 9:05am", "23 Tachwedd 2026 am 9:05yb". */
export function momentInWords(datetime: string, language: string): string {
  const { day, hour, minute } = parts(datetime, language);
  const clock = `${String(hour % 12 || 12)}:${minute}`;
  const [before, after, at] = language === 'cy' ? ['yb', 'yp', 'am'] : ['am', 'pm', 'at'];
  return `${day} ${at} ${clock}${hour < 12 ? before : after}`;
}

function parts(datetime: string, language: string): { readonly day: string; readonly hour: number; readonly minute: string } {
  const date = new Date(datetime);
  const part = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
  const month = language === 'cy' ? welshMonths[Number(part['month']) - 1] : englishMonth.format(date);
  return { day: `${Number(part['day'])} ${month ?? ''} ${part['year'] ?? ''}`, hour: Number(part['hour']), minute: part['minute'] ?? '' };
}
