/** The answer to the journey question "address", finished or not: what a draft holds. */
import { cutText } from '@council-kit/core';
import * as v from 'valibot';
import { addressSchema, type Address } from '../contract/address.ts';
import { uprnSchema } from '../contract/uprn.ts';
import { addressByHand, editByHand } from '../rules/by-hand.ts';
import { tidyLine } from '../rules/tidy-line.ts';
import { addressOfFields, addressStages, fieldName, searchFieldNames } from './address-fields.ts';

export { addressStages, searchFieldNames, type AddressStage } from './address-fields.ts';

/** The name by which a definition asks the question: `{ kind: 'special', special: 'address', name: 'home', … }`. */
export const addressQuestionKind = 'address';

/** The question's answer: what was typed on the way, and the address as far as there is one. */
export const addressAnswerSchema = v.object({
  stage: v.picklist(addressStages),
  /** The postcode, or the beginning of an address, as it was typed. */
  search: v.optional(v.string()),
  /** House name or number, to narrow what is found. */
  premises: v.optional(v.string()),
  /** Without scripts: what was picked from the list. The page knows no more of it. */
  picked: v.optional(uprnSchema),
  /** `chosen`: whole, and as the lists have it. `by-hand`: as it was typed, right or wrong. */
  address: v.optional(addressSchema),
});
/** See {@link addressAnswerSchema}. */
export type AddressAnswer = v.InferOutput<typeof addressAnswerSchema>;

/** What a definition can say of the question, in its `settings`. */
export const addressSettingsSchema = v.object({
  /** `council`: an address that this council looks after. `anywhere`: all of the country, and by hand also abroad. */
  area: v.optional(v.picklist(['council', 'anywhere']), 'council'),
});
/** See {@link addressSettingsSchema}. */
export type AddressSettings = v.InferOutput<typeof addressSettingsSchema>;

/** The settings of a question. Those that are not understood are as if they were not there. */
export function addressSettings(settings: unknown): AddressSettings {
  const parsed = v.safeParse(addressSettingsSchema, settings ?? {});
  return parsed.success ? parsed.output : v.parse(addressSettingsSchema, {});
}

/** Reads the answer from a form, whatever is in it. Undefined where nothing was given. */
export function parseAddressAnswer(form: FormData, question: string): AddressAnswer | undefined {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? cutText(value, 1_000, 'code-units') : '';
  };
  const names = searchFieldNames(question);
  const address = addressOfFields((part) => text(fieldName(question, part)));
  const given = text(names.stage);
  const stage = addressStages.find((each) => each === given) ?? (address ? 'by-hand' : 'search');
  const search = tidyLine(text(names.search));
  const premises = tidyLine(text(names.premises));
  const picked = v.safeParse(uprnSchema, text(names.picked));
  if (stage !== 'choose' && stage !== 'by-hand' && !address && search === '' && premises === '') return undefined;
  return {
    // What the form calls chosen has to come from a list.
    stage: stage === 'chosen' && address?.uprn === undefined ? (address ? 'by-hand' : 'search') : stage,
    ...(search !== '' && { search }),
    ...(premises !== '' && { premises }),
    ...(picked.success && { picked: picked.output }),
    ...(address && { address }),
  };
}

/** The address that an answer comes to, tidied, for whoever takes the journey's answers. Undefined while there is none. */
export function addressOf(answer: unknown): Address | undefined {
  const parsed = v.safeParse(addressAnswerSchema, answer);
  const { stage, address } = parsed.success ? parsed.output : {};
  if (!address || (stage !== 'chosen' && stage !== 'by-hand')) return undefined;
  return address.uprn === undefined ? addressByHand(address) : editByHand(address, {});
}
