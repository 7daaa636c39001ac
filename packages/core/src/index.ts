export { CouncilElement } from './element/council-element.ts';
export { define, version } from './element/define.ts';
export { whenParsed } from './element/parsed.ts';
export { catalogue, type Catalogue, type Message, type Messages, type Places } from './messages/catalogue.ts';
export { closestLanguage, inLanguage, primaryLanguage, type Language, type Text } from './messages/language.ts';
export { errorFor, fieldErrorSchema, type FieldError } from './errors/field-error.ts';
export { problemSchema, type Problem } from './errors/problem.ts';
export { safeUrl } from './values/safe-url.ts';
export { requestGateway, type Outcome, type RequestOptions } from './client/gateway-client.ts';
