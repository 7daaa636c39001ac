/** The question "address" of journeys: what both runners have in common. */
export {
  addressAnswerSchema,
  addressOf,
  addressQuestionKind,
  addressSettings,
  addressSettingsSchema,
  addressStages,
  parseAddressAnswer,
  searchFieldNames,
  type AddressAnswer,
  type AddressSettings,
  type AddressStage,
} from './question/address-answer.ts';
export {
  addressOfFields,
  fieldName,
  fieldsOf,
  knownParts,
  lineParts,
  writtenParts,
  type AddressFields,
  type AddressPart,
  type FieldNames,
  type KnownPart,
  type WrittenPart,
} from './question/address-fields.ts';
export { checkAddress, longestLine } from './question/check-address.ts';
export { addressSummaryLines } from './question/address-summary.ts';
export { addressQuestion, type AddressesQuestion, type AskAddresses } from './question/address-question.ts';
export { addressTexts } from './question/address-question.messages.ts';
