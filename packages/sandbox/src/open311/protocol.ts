import type { BackOffice } from './back-office.ts';
import { errorDocument, respond, writeDatetime, type Document, type Format } from './dialect.ts';
import { getRequest, getToken, listRequests } from './get-requests.ts';
import { Parameters, readParameters } from './parameters.ts';
import { postRequest, refuseJurisdiction } from './post-request.ts';
import type { Service } from './services.ts';
import { listUpdates, postUpdate } from './updates.ts';
import type { Value } from './xml.ts';

/** Answers GeoReport v2: the format is taken from the end of the path first, the rest says what is asked. */
export async function answerProtocol(office: BackOffice, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = /^\/(.*?)(?:\.(xml|json))?$/s.exec(url.pathname);
  const [resource = '', ...rest] = (path?.[1] ?? '').split('/');
  const accept = request.headers.get('accept') ?? '';
  const named = path?.[2] as Format | undefined;
  // open311-adapter answers nothing without an extension; discovery is asked for without one everywhere.
  if (!named && office.dialect === 'mysociety' && resource !== 'discovery') {
    return new Response('Bad extension. We support .xml and .json', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  const format = named ?? (accept.includes('json') ? 'json' : 'xml');
  const id = rest.length > 0 ? decode(rest.join('/')) : undefined;
  return respond(await route(office, request, url, resource, id), format, office.dialect, office.wrapped);
}

async function route(office: BackOffice, request: Request, url: URL, resource: string, id: string | undefined): Promise<Document> {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const takesPost = id === undefined && (resource === 'requests' || resource === 'servicerequestupdates');
  const known = id === undefined ? ['services', 'requests', 'servicerequestupdates', 'discovery'] : ['services', 'requests', 'tokens'];
  if (!known.includes(resource)) return errorDocument(404, 'There is nothing at this address');
  if (!isRead && !(takesPost && request.method === 'POST')) {
    const allow = takesPost ? 'GET, HEAD, POST' : 'GET, HEAD';
    return { ...errorDocument(405, `Only ${allow} can be used here`), headers: { allow } };
  }
  if (!isRead) {
    const parameters = await readParameters(request, office.maximumBody);
    if (!(parameters instanceof Parameters))
      return office.refuse(request, new Parameters([]), errorDocument(parameters.status, parameters.description));
    return resource === 'requests' ? postRequest(office, request, parameters) : postUpdate(office, request, parameters);
  }
  if (resource === 'discovery') return discovery(office, url);
  const refusal = refuseJurisdiction(office, url.searchParams.get('jurisdiction_id') ?? undefined);
  if (refusal) return refusal;
  switch (resource) {
    case 'services':
      return id === undefined ? serviceList(office) : serviceDefinition(office, id);
    case 'tokens':
      return getToken(office, id ?? '');
    case 'requests':
      return id === undefined ? listRequests(office, url.searchParams) : getRequest(office, id);
    default:
      return listUpdates(office, url.searchParams);
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function serviceList(office: BackOffice): Document {
  return { status: 200, root: 'services', content: [...office.services.values()].map((service) => representService(office, service)) };
}

function representService(office: BackOffice, service: Service): Value {
  return {
    service_code: service.service_code,
    service_name: service.service_name,
    description: service.description,
    metadata: service.attributes.length > 0,
    type: office.reply ?? service.type,
    keywords: service.keywords,
    // open311-adapter gives groups or group, never both.
    ...(service.groups && office.dialect === 'mysociety' ? { groups: service.groups } : { group: service.group }),
  };
}

function serviceDefinition(office: BackOffice, code: string): Document {
  const service = office.services.get(code);
  if (!service) return errorDocument(404, 'The service_code was not found');
  const attributes = service.attributes.map((attribute, index) => ({
    variable: attribute.variable !== false,
    code: attribute.code,
    datatype: attribute.datatype,
    required: attribute.required === true,
    datatype_description: attribute.datatype_description ?? '',
    order: attribute.order ?? index + 1,
    description: attribute.description,
    ...(attribute.automated && office.dialect === 'mysociety' ? { automated: attribute.automated } : {}),
    ...(attribute.values ? { values: attribute.values.map(({ key, name }) => ({ key, name })) } : {}),
  }));
  return { status: 200, root: 'service_definition', content: { service_code: code, attributes } };
}

function discovery(office: BackOffice, url: URL): Document {
  const changeset = writeDatetime('2026-01-01T00:00:00Z', office.dialect);
  return {
    status: 200,
    root: 'discovery',
    content: {
      changeset,
      contact: 'This is a test platform: there is nobody to contact.',
      key_service: `Use the api_key that the test platform was started with.`,
      endpoints: [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: url.origin,
          changeset,
          type: 'test',
          formats: ['text/xml', 'application/json'],
        },
      ],
    },
  };
}
