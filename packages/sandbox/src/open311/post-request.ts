import type { BackOffice } from './back-office.ts';
import type { ServiceRequest } from './book.ts';
import { errorDocument, readDatetime, type Document } from './dialect.ts';
import type { Parameters } from './parameters.ts';
import type { Service, ServiceAttribute } from './services.ts';

/** The longest description that GeoReport v2 allows, in characters. */
export const longestDescription = 4000;

/** Refuses a write without a known key or with the wrong jurisdiction; undefined where both are right. */
export function refuseCaller(office: BackOffice, key: string | undefined, jurisdiction: string | undefined): Document | undefined {
  // open311-adapter treats a missing key as any missing field; the specification as a forbidden call.
  if (key === undefined) return errorDocument(office.dialect === 'mysociety' ? 400 : 403, 'api_key was not provided');
  if (!office.apiKeys.includes(key)) return errorDocument(403, 'The api_key is not one that may write');
  return refuseJurisdiction(office, jurisdiction);
}

/** Refuses a call for another jurisdiction, or in mySociety's dialect for none. */
export function refuseJurisdiction(office: BackOffice, jurisdiction: string | undefined): Document | undefined {
  if (jurisdiction === undefined)
    return office.dialect === 'mysociety' ? errorDocument(400, 'jurisdiction_id was not provided') : undefined;
  return jurisdiction === office.jurisdictionId ? undefined : errorDocument(404, 'The jurisdiction_id was not found');
}

/** POST /requests. */
export function postRequest(office: BackOffice, request: Request, parameters: Parameters): Document {
  const service = office.services.get(parameters.first('service_code') ?? '');
  const refusal =
    refuseCaller(office, parameters.first('api_key'), parameters.first('jurisdiction_id')) ?? refuseService(office, service, parameters);
  if (refusal || !service) return office.refuse(request, parameters, refusal ?? errorDocument(404, 'The service_code was not found'));
  const problems = [...placeProblems(parameters), ...textProblems(parameters), ...attributeProblems(office, service, parameters)];
  if (problems.length > 0) return office.refuse(request, parameters, errorDocument(400, ...problems));

  const files = office.keepFiles(parameters);
  const earlier = findEarlier(office, parameters);
  const made = earlier ?? makeRequest(office, service, parameters, files);
  const given = acknowledgement(made);
  office.book.write({
    received: office.receipt(request, parameters, files, {
      status: 200,
      service_request_id: made.service_request_id,
      token: made.token,
      ...(earlier ? { duplicate: true } : {}),
    }),
    ...(earlier ? {} : { request: made }),
  });
  return { status: 200, root: 'service_requests', content: [given] };
}

function refuseService(office: BackOffice, service: Service | undefined, parameters: Parameters): Document | undefined {
  if (service) return undefined;
  if (parameters.first('service_code') === undefined) return errorDocument(400, 'service_code was not provided');
  // open311-adapter cannot build its schema for a service that it does not have, and says no more than this.
  return office.dialect === 'mysociety' ? errorDocument(400, 'Bad request') : errorDocument(404, 'The service_code was not found');
}

/** The id, the token or neither: what the client is given to hold. */
function acknowledgement(made: ServiceRequest): Record<string, string> {
  const held: Record<string, string> =
    made.reply === 'realtime' ? { service_request_id: made.service_request_id } : made.reply === 'batch' ? { token: made.token ?? '' } : {};
  return {
    ...held,
    service_notice: 'This is a test platform: nobody will come.',
    ...(made.contact.account_id ? { account_id: made.contact.account_id } : {}),
  };
}

function findEarlier(office: BackOffice, parameters: Parameters): ServiceRequest | undefined {
  const code = office.deduplicateBy;
  const reference = code === undefined ? undefined : parameters.attribute(code)[0];
  if (reference === undefined) return undefined;
  return office.book.requests.find((one) => one.attributes.some(([key, value]) => key === code && value === reference));
}

function makeRequest(office: BackOffice, service: Service, parameters: Parameters, files: ServiceRequest['files']): ServiceRequest {
  const now = office.now().toISOString();
  const id = office.book.nextRequestId();
  const reply = office.reply ?? service.type;
  const lat = parameters.first('lat');
  const long = parameters.first('long');
  return {
    service_request_id: id,
    reply,
    ...(reply === 'batch' ? { token: `token-${id}` } : {}),
    service_code: service.service_code,
    status: 'open',
    status_notes: '',
    description: parameters.first('description') ?? '',
    ...(lat !== undefined && long !== undefined ? { lat: Number(lat), long: Number(long) } : {}),
    address: parameters.first('address_string') ?? '',
    address_id: parameters.first('address_id') ?? '',
    media_url: parameters.all('media_url'),
    attributes: parameters.attributeCodes().flatMap((code) => parameters.attribute(code).map((value) => [code, value] as const)),
    contact: {
      email: parameters.first('email'),
      first_name: parameters.first('first_name'),
      last_name: parameters.first('last_name'),
      phone: parameters.first('phone'),
      // FixMyStreet sends it without the underscore.
      device_id: parameters.first('device_id') ?? parameters.first('deviceid'),
      account_id: parameters.first('account_id'),
    },
    files,
    requested: now,
    updated: now,
  };
}

function placeProblems(parameters: Parameters): string[] {
  const problems: string[] = [];
  for (const [name, most] of [
    ['lat', 90],
    ['long', 180],
  ] as const) {
    const text = parameters.first(name);
    if (text !== undefined && !(isNumber(text) && Math.abs(Number(text)) <= most)) {
      problems.push(`${name} must be a number from -${most} to ${most}`);
    }
  }
  const lat = parameters.first('lat') !== undefined;
  const long = parameters.first('long') !== undefined;
  if (lat !== long) problems.push(`${lat ? 'long' : 'lat'} was not provided`);
  if (!lat && !long && parameters.first('address_string') === undefined && parameters.first('address_id') === undefined) {
    problems.push('One of lat and long, address_string or address_id must be provided');
  }
  return problems;
}

function textProblems(parameters: Parameters): string[] {
  const length = [...(parameters.first('description') ?? '')].length;
  const once = ['service_code', 'lat', 'long', 'address_string', 'address_id', 'description', 'email', 'phone', 'first_name', 'last_name'];
  return [
    ...(length > longestDescription ? [`description is ${length} characters long: the most is ${longestDescription}`] : []),
    ...once.filter((name) => parameters.all(name).length > 1).map((name) => `${name} was provided more than once`),
  ];
}

function attributeProblems(office: BackOffice, service: Service, parameters: Parameters): string[] {
  // Attributes that the service does not have are kept and not judged, as open311-adapter does: clients send their own references so.
  return service.attributes
    .filter((attribute) => attribute.variable !== false)
    .flatMap((attribute) => {
      const values = parameters.attribute(attribute.code);
      const name = `attribute[${attribute.code}]`;
      if (values.length === 0) return attribute.required && attribute.automated !== 'server_set' ? [`${name} was not provided`] : [];
      if (values.length > 1 && attribute.datatype !== 'multivaluelist') return [`${name} takes one value`];
      return values.flatMap((value) => valueProblem(office, attribute, name, value));
    });
}

function valueProblem(office: BackOffice, attribute: ServiceAttribute, name: string, value: string): string[] {
  switch (attribute.datatype) {
    case 'number':
      return isNumber(value) ? [] : [`${name} must be a number`];
    case 'datetime':
      return readDatetime(value, office.dialect) ? [] : [`${name} must be a datetime with an offset`];
    case 'singlevaluelist':
    case 'multivaluelist':
      return attribute.values?.some(({ key }) => key === value) ? [] : [`${name} must be one of the keys of its values`];
    default:
      return [];
  }
}

const isNumber = (text: string): boolean =>
  /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i.test(text.trim()) && Number.isFinite(Number(text));
