/** The locale of a language: in this country, days come before months. */
export function localeOf(language: string): string {
  return language.includes('-') ? language : `${language}-GB`;
}
