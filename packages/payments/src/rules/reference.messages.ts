import type { Text } from '@council-kit/core';

/** A name within a sentence: capitals are for its beginning. Names that begin with an abbreviation keep theirs. */
const within = (name: string): string => (/^\p{Lu}\p{Ll}/u.test(name) ? name[0]?.toLowerCase() + name.slice(1) : name);
const each = (name: Text, say: { readonly en: (name: string) => string; readonly cy: (name: string) => string }): Text => ({
  en: say.en(within(name.en)),
  cy: say.cy(within(name.cy)),
});

/** What is said of a reference that cannot be taken. `name` is what the council calls it: "Council tax account number". */
export const referenceMessages = {
  empty: (name: Text): Text => each(name, { en: (it) => `Enter your ${it}`, cy: (it) => `Rhowch eich ${it}` }),
  unreadable: (name: Text, example: string): Text =>
    each(name, {
      en: (it) => `Your ${it} must look like ${example}. Check it on your letter`,
      cy: (it) => `Rhaid i’ch ${it} edrych fel ${example}. Gwiriwch ef ar eich llythyr`,
    }),
  mistyped: (name: Text): Text =>
    each(name, {
      en: (it) => `Check your ${it}: one of its characters is not as on your letter`,
      cy: (it) => `Gwiriwch eich ${it}: nid yw un o’i nodau fel ar eich llythyr`,
    }),
  card: (name: Text): Text =>
    each(name, {
      en: (it) => `Enter your ${it}, not the number of your card. You will enter your card details on GOV.UK Pay`,
      cy: (it) => `Rhowch eich ${it}, nid rhif eich cerdyn. Byddwch yn rhoi manylion eich cerdyn ar GOV.UK Pay`,
    }),
};
