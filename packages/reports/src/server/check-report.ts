import {
  cleanIdentifier,
  cleanLine,
  cleanLines,
  inLanguage,
  isLongerThan,
  readTelephone,
  type FieldError,
  type Text,
} from '@council-kit/core';
import { isEmail } from '@council-kit/journeys';
import { addressLimit, descriptionLimit, descriptionUnit, photoLimit, type NewReport } from '../contract/report.ts';
import type { Attribute, ServiceKind } from '../contract/service-kind.ts';
import { ruleMessages } from '../rules/report-rules.messages.ts';

/** A report that may be kept: known kind, cleaned texts, answers to the kind's questions and, from another system, what else it sent. */
export interface CheckedReport {
  readonly kind: ServiceKind;
  readonly position: { readonly lat: number; readonly long: number; readonly accuracy: number | null } | null;
  readonly address: string;
  readonly description: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly photos: readonly string[];
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
}

/** The longest answer to a question, in characters. */
const answerLimit = 1000;
/** Of attributes that no question asks for: how many, and how many answers each. */
const otherAttributeLimits = { count: 50, answers: 20 };

/** The report, or what is wrong with it in the order it is asked. */
export type CheckedOutcome = { readonly report: CheckedReport } | { readonly errors: readonly FieldError[] };

/** What is asked beyond the kind's own required attributes. */
export interface Demands {
  /** A resident describes the problem; another system's Open311 client need not. */
  readonly description: boolean;
  /** Attributes that no question asks for are kept (another system's `uprn`, `fixmystreet_id`); left out otherwise. */
  readonly otherAttributes: boolean;
}

/**
 * Whether a report can be taken, and why not, in the resident's words. Fields of the errors: `service_code`, `lat` (of the
 * position), `address_string`, `description`, `attributes.{code}`, `photos`, `contact.name|email|phone`.
 */
export function checkReport(report: NewReport, kinds: readonly ServiceKind[], language: string, demands: Demands): CheckedOutcome {
  const errors: FieldError[] = [];
  const wrong = (field: string, message: Text): void => {
    errors.push({ field, message: inLanguage(message, language) });
  };
  const code = report.service_code?.trim() ?? '';
  const kind = kinds.find((each) => each.service_code === code);
  if (code === '') wrong('service_code', ruleMessages.serviceRequired);
  else if (!kind) wrong('service_code', ruleMessages.serviceUnknown);

  const address = cleanLine(report.address_string ?? '');
  const position = readPosition(report);
  if (position === 'unreadable') wrong('lat', ruleMessages.positionUnreadable);
  else if (position === null && address === '') wrong('address_string', ruleMessages.placeRequired);
  if (isLongerThan(address, addressLimit)) wrong('address_string', ruleMessages.placeTooLong);

  const attributes: Record<string, readonly string[]> = {};
  for (const attribute of kind?.attributes ?? []) {
    const given = answersTo(attribute, report);
    const message = given.length === 0 ? attribute.required : whatIsWrong(attribute, given);
    if (message) wrong(`attributes.${attribute.code}`, message);
    else if (given.length > 0) attributes[attribute.code] = given;
  }

  if (kind && demands.otherAttributes) {
    const others = otherAttributes(kind, report);
    if (others.length > otherAttributeLimits.count) wrong('attributes', ruleMessages.tooManyAttributes(otherAttributeLimits.count));
    for (const [code, answers] of others.slice(0, otherAttributeLimits.count)) {
      const tooLong = answers.length > otherAttributeLimits.answers || answers.some((answer) => isLongerThan(answer, answerLimit));
      if (tooLong) wrong(`attributes.${code}`, ruleMessages.answerTooLong);
      else attributes[code] = answers;
    }
  }

  const description = cleanLines(report.description ?? '');
  if (description === '' && demands.description) wrong('description', ruleMessages.descriptionRequired);
  if (isLongerThan(description, descriptionLimit, descriptionUnit)) wrong('description', ruleMessages.descriptionTooLong);

  const photos = [...new Set(report.photos)];
  if (photos.length > photoLimit) wrong('photos', ruleMessages.tooManyPhotos);

  const contact = {
    name: cleanLine(report.contact?.name ?? ''),
    email: cleanIdentifier(report.contact?.email ?? ''),
    phone: cleanIdentifier(report.contact?.phone ?? ''),
  };
  const phone = readTelephone(contact.phone);
  if (isLongerThan(contact.name, 200)) wrong('contact.name', ruleMessages.nameTooLong);
  if (contact.email !== '' && !isEmail(contact.email)) wrong('contact.email', ruleMessages.emailUnreadable);
  if (contact.phone !== '' && phone === undefined) wrong('contact.phone', ruleMessages.phoneUnreadable);

  if (errors.length > 0 || !kind || position === 'unreadable') return { errors };
  return { report: { kind, position, address, description, attributes, photos, contact: { ...contact, phone: phone ?? '' } } };
}

function readPosition(report: NewReport): CheckedReport['position'] | 'unreadable' {
  const lat = readDegrees(report.lat, 90);
  const long = readDegrees(report.long, 180);
  if (lat === null && long === null) return null;
  if (typeof lat !== 'number' || typeof long !== 'number') return 'unreadable';
  const accuracy = report.accuracy ?? null;
  return { lat, long, accuracy: accuracy !== null && Number.isFinite(accuracy) && accuracy >= 0 ? accuracy : null };
}

/** Null where nothing was given. */
function readDegrees(given: string | number | null | undefined, limit: number): number | null | 'unreadable' {
  if (given === null || given === undefined || (typeof given === 'string' && given.trim() === '')) return null;
  const degrees = typeof given === 'number' ? given : /^\s*[+-]?\d{1,3}(\.\d{1,20})?\s*$/.test(given) ? Number(given) : NaN;
  return Math.abs(degrees) <= limit ? degrees : 'unreadable';
}

function answersTo(attribute: Attribute, report: NewReport): readonly string[] {
  const given = report.attributes && Object.hasOwn(report.attributes, attribute.code) ? report.attributes[attribute.code] : undefined;
  const list = given === undefined ? [] : typeof given === 'string' ? [given] : given;
  const { datatype } = attribute;
  const clean = datatype === 'text' ? cleanLines : datatype === 'number' || datatype === 'datetime' ? cleanIdentifier : cleanLine;
  return [...new Set(list.map(clean).filter((answer) => answer !== ''))];
}

/** Answers that no question asks for, by code. */
function otherAttributes(kind: ServiceKind, report: NewReport): (readonly [string, readonly string[]])[] {
  return Object.entries(report.attributes ?? {}).flatMap(([given, value]) => {
    const code = cleanLine(given);
    if (code === '' || code === '__proto__' || kind.attributes.some((attribute) => attribute.code === code)) return [];
    const answers = [...new Set([value].flat().map(cleanLines))].filter((answer) => answer !== '');
    return answers.length === 0 ? [] : [[code, answers] as const];
  });
}

function whatIsWrong(attribute: Attribute, given: readonly string[]): Text | undefined {
  const [first = ''] = given;
  switch (attribute.datatype) {
    case 'singlevaluelist':
    case 'multivaluelist': {
      const known = given.every((answer) => attribute.values.some(({ key }) => key === answer));
      return known && (given.length === 1 || attribute.datatype === 'multivaluelist') ? undefined : ruleMessages.choiceUnknown;
    }
    case 'number':
      return /^[+-]?\d{1,15}(\.\d{1,10})?$/.test(first) && given.length === 1 ? undefined : ruleMessages.numberUnreadable;
    case 'datetime':
      return /^\d{4}-\d\d-\d\d([T ]|$)/.test(first) && !Number.isNaN(Date.parse(first)) && given.length === 1
        ? undefined
        : ruleMessages.dateUnreadable;
    default:
      return given.some((answer) => isLongerThan(answer, answerLimit)) ? ruleMessages.answerTooLong : undefined;
  }
}
