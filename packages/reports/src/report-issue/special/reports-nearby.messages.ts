import type { Text } from '@council-kit/core';

const text = (en: string, cy: string): Text => ({ en, cy });

/** What the question "Has it been reported already?" can say. */
export const nearbyTexts = {
  intro: text(
    'Is it one of these? Then we know about it: follow it instead of reporting it again.',
    'A yw’n un o’r rhain? Yna rydym yn gwybod amdano: dilynwch ef yn lle rhoi gwybod eto.',
  ),
  loading: text('Looking for reports near there…', 'Yn chwilio am adroddiadau gerllaw…'),
  follow: text('It is this one: follow it instead', 'Hwn ydyw: ei ddilyn yn lle hynny'),
  none: text('None of them is this problem', 'Nid yw’r un ohonynt y broblem hon'),
  somewhere: text('near there', 'gerllaw'),
  away: (metres: number): Text => text(`${metres} m away`, `${metres} m i ffwrdd`),
  reportedOn: (day: string): Text => text(`Reported on ${day}`, `Adroddwyd ar ${day}`),
} as const;
