/** Days as people of this country say them. Browsers on Linux and Windows often bring no Welsh: its months are here. */
const months = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  cy: ['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr'],
};

/** "1 April 2026", "1 Ebrill 2026". The day is an ISO date. */
export function dayInWords(day: string, language: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return `${String(Number(date))} ${months[language === 'cy' ? 'cy' : 'en'][Number(month) - 1] ?? ''} ${year}`;
}

const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "23 November 2026 at 9:05am", "23 Tachwedd 2026 am 9:05yb". The moment is an ISO time stamp. */
export function momentInWords(moment: string, language: string): string {
  const part = Object.fromEntries(inLondon.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  const hour = Number(part['hour']);
  const [morning, afternoon, at] = language === 'cy' ? ['yb', 'yp', 'am'] : ['am', 'pm', 'at'];
  const day = dayInWords(`${part['year'] ?? ''}-${part['month'] ?? ''}-${part['day'] ?? ''}`, language);
  return `${day} ${at} ${String(hour % 12 || 12)}:${part['minute'] ?? ''}${hour < 12 ? morning : afternoon}`;
}
