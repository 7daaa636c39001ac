import { createHash, timingSafeEqual } from 'node:crypto';
import type { Language } from '@council-kit/core';
import type { ReportsSettings } from '../settings.ts';
import { open311Problems } from './problems.ts';

/** A form or a query as the gateway reads it: a name that came several times is a list. */
export type Parameters = Readonly<Record<string, unknown>>;

/** The text of a parameter; the first where it came several times. */
export function text(parameters: Parameters, name: string): string | undefined {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : undefined;
}

/** All texts of a parameter, also where its name ends with `[]`. */
export function texts(parameters: Parameters, name: string): string[] {
  return [name, `${name}[]`]
    .flatMap((key) => (Object.hasOwn(parameters, key) ? parameters[key] : []))
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '');
}

/** A list with commas between; undefined where there is none. */
export function commaList(parameters: Parameters, name: string): string[] | undefined {
  const items = texts(parameters, name)
    .flatMap((value) => value.split(','))
    .map((item) => item.trim())
    .filter(Boolean);
  return items.length > 0 ? items : undefined;
}

/** `attribute[CODE]`, by code: everything that was sent, asked or not. */
export function attributesOf(parameters: Parameters): Record<string, string[]> {
  const attributes: Record<string, string[]> = {};
  for (const name of Object.keys(parameters)) {
    const code = /^attribute\[([^\]]{1,100})\](?:\[\])?$/.exec(name)?.[1];
    if (code === undefined || code === '__proto__') continue;
    const value = parameters[name];
    const given = (Array.isArray(value) ? (value as unknown[]) : [value]).filter((one): one is string => typeof one === 'string');
    attributes[code] = [...(Object.hasOwn(attributes, code) ? (attributes[code] ?? []) : []), ...given];
  }
  return attributes;
}

/** Files of a multipart form, under whatever names. */
export function filesOf(parameters: Parameters): File[] {
  return Object.values(parameters)
    .flat()
    .filter((value): value is File => value instanceof File && value.size > 0);
}

/**
 * A moment in milliseconds, from a W3C datetime with an offset (https://www.w3.org/TR/NOTE-datetime).
 * @throws Problem 400
 */
export function moment(parameters: Parameters, name: string, language: Language): number | undefined {
  const given = text(parameters, name);
  if (given === undefined) return undefined;
  // A plus in a query that was not encoded arrives as a blank.
  const milliseconds = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+ -]\d\d:?\d\d))?$/.test(given)
    ? Date.parse(given.replace(' ', '+'))
    : NaN;
  if (!Number.isNaN(milliseconds)) return milliseconds;
  throw open311Problems.parameter(
    name,
    'must be a datetime with an offset, such as 2026-05-24T00:00:00Z',
    'rhaid iddo fod yn ddyddiad ac amser gyda gwrthbwysiad, fel 2026-05-24T00:00:00Z',
    language,
  );
}

/** @throws Problem 404 where another jurisdiction is named */
export function checkJurisdiction({ open311 }: ReportsSettings, parameters: Parameters): void {
  const named = text(parameters, 'jurisdiction_id');
  if (named !== undefined && open311.jurisdictionId !== undefined && named !== open311.jurisdictionId)
    throw open311Problems.jurisdictionUnknown();
}

/** @throws Problem 403 where the key is missing or not one of ours */
export function checkKey({ open311 }: ReportsSettings, parameters: Parameters): void {
  const key = text(parameters, 'api_key');
  if (key === undefined) throw open311Problems.keyMissing();
  // Digests are of one length, as the constant-time comparison needs; every key is compared.
  const digest = sha256(key);
  if (open311.apiKeys.filter((known) => timingSafeEqual(sha256(known), digest)).length === 0) throw open311Problems.keyUnknown();
}

const sha256 = (value: string): Buffer => createHash('sha256').update(value).digest();
