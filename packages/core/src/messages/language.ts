/** The languages every catalogue must have. A council can add more. */
export type Language = 'en' | 'cy';
/** A text in every language that is required. */
export type Text = Readonly<Record<Language, string>>;

/** The language of the nearest `lang` attribute, through shadow roots; English where there is none. */
export function closestLanguage(element: Element): string {
  for (let at: Element | null = element; at !== null;) {
    const withLang: Element | null = at.closest('[lang]');
    const lang = withLang?.getAttribute('lang');
    if (lang) return lang;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return 'en';
}

/** The part of a language tag that catalogues are kept by: `cy` of `cy-GB`. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? 'en';
}

/** A text in the language asked for, in English where it has none. */
export function inLanguage(text: Text, language: string): string {
  return (text as Readonly<Record<string, string>>)[primaryLanguage(language)] ?? text.en;
}

const names: Readonly<Record<string, string>> = { en: 'English', cy: 'Cymraeg' } satisfies Record<Language, string>;

/** A language's own name, for the link that changes to it: `Cymraeg` for `cy`. The tag itself for a language that a council has added. */
export function languageName(tag: string): string {
  return names[tag] ?? tag;
}

/** The required language that a language tag names: `cy` for `cy` and `cy-GB`, English for every other tag. */
export function languageOf(tag: string): Language {
  return primaryLanguage(tag) === 'cy' ? 'cy' : 'en';
}
