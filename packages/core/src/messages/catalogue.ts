import { primaryLanguage, type Language } from './language.ts';

/**
 * One message: a text with `{name}` places, or one text a plural form. Welsh has six forms
 * (zero, one, two, few, many, other): https://cldr.unicode.org/index/cldr-spec/plural-rules
 */
export type Message = string | ({ readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>);
/** All the messages of one language. */
export type Messages<Key extends string> = Readonly<Record<Key, Message>>;
/** What is put into the `{name}` places. `count` also chooses the plural form. Numbers are written as the language writes them. */
export type Places = Readonly<Record<string, string | number>>;

/** Every word that one component can say. English and Welsh are required by type; a council can change and add. */
export interface Catalogue<Key extends string> {
  /** A message in a language (English where the language has none), its places filled in. */
  say(key: Key, language: string, places?: Places): string;
  /** Changes messages of a language, or adds a language. Call it before the components are shown. */
  override(language: string, messages: Partial<Messages<Key>>): void;
  /** The keys, for tools that list what can be translated. */
  readonly keys: readonly Key[];
}

const pluralRules = new Map<string, Intl.PluralRules>();
function pluralForm(language: string, count: number): Intl.LDMLPluralRule {
  let rules = pluralRules.get(language);
  if (rules === undefined) pluralRules.set(language, (rules = new Intl.PluralRules(language)));
  return rules.select(count);
}

/** Makes a catalogue. Both languages must hold the same keys: a missing text is a type error. */
export function catalogue<Key extends string>(messages: Record<Language, Messages<Key>>): Catalogue<Key> {
  const byLanguage: Record<string, Partial<Messages<Key>>> = { ...messages };
  return {
    keys: Object.keys(messages.en) as Key[],
    override(language, changed) {
      const primary = primaryLanguage(language);
      byLanguage[primary] = { ...byLanguage[primary], ...changed };
    },
    say(key, language, places = {}) {
      const primary = primaryLanguage(language);
      const own = byLanguage[primary]?.[key];
      const message: Message = own ?? byLanguage['en']?.[key] ?? messages.en[key];
      const text =
        typeof message === 'string'
          ? message
          : (message[pluralForm(own === undefined ? 'en' : primary, Number(places['count'] ?? 0))] ?? message.other);
      return text.replace(/\{(\w+)\}/g, (place, name: string) => {
        const value = places[name] ?? place;
        return typeof value === 'number' ? value.toLocaleString(primary) : value;
      });
    },
  };
}
