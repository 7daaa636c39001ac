import type { Text } from '@council-kit/core';

/** A name within a sentence: capitals are for its beginning. Names that begin with an abbreviation keep theirs. */
const within = (name: string): string => (/^\p{Lu}\p{Ll}/u.test(name) ? name[0]?.toLowerCase() + name.slice(1) : name);
const each = (name: Text, say: { readonly en: (name: string) => string; readonly cy: (name: string) => string }): Text => ({
  en: say.en(within(name.en)),
  cy: say.cy(within(name.cy)),
});

/**
 * The errors of a reference. `name` is what the council calls it, such as "Council tax account number". The Welsh sentences put the name
 * where it takes no mutation and no "eich": names are often definite already ("rhif yr hysbysiad").
 */
export const referenceMessages = {
  empty: (name: Text): Text => each(name, { en: (it) => `Enter your ${it}`, cy: (it) => `Mae angen ${it}` }),
  unreadable: (name: Text, example: string): Text =>
    each(name, {
      en: (it) => `Your ${it} must look like ${example}. Check your letter or notice`,
      cy: (it) => `Dylai ${it} edrych fel ${example}. Gwiriwch eich llythyr neu hysbysiad`,
    }),
  mistyped: (name: Text): Text =>
    each(name, {
      en: (it) => `Check your ${it}. At least one character is different from your letter or notice`,
      cy: (it) => `Nid yw ${it} yr un fath ag ar eich llythyr neu hysbysiad. Gwiriwch bob nod`,
    }),
  card: (name: Text): Text =>
    each(name, {
      en: (it) => `Enter your ${it}, not the number of your card. You will enter your card details on GOV.UK Pay`,
      cy: (it) => `Mae angen ${it}, nid rhif eich cerdyn. Byddwch yn rhoi manylion eich cerdyn ar GOV.UK Pay`,
    }),
};
