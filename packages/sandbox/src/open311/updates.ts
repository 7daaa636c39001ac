import type { BackOffice } from './back-office.ts';
import type { ServiceRequestUpdate } from './book.ts';
import { errorDocument, isExtendedStatus, readDatetime, writeDatetime, type Document } from './dialect.ts';
import { isWithin, mostListed, readSpan, representMedia } from './get-requests.ts';
import type { Parameters } from './parameters.ts';
import { longestDescription, refuseCaller } from './post-request.ts';

/** GET /servicerequestupdates: oldest first, of the last 90 days unless told. Those that a client posted are among them. */
export function listUpdates(office: BackOffice, query: URLSearchParams): Document {
  const span = readSpan(office, query);
  if ('status' in span) return span;
  const updates = office.book.updates.filter(
    (update) => isWithin(update.updated, span) && office.book.request(update.service_request_id)?.reply !== 'blackbox',
  );
  return {
    status: 200,
    root: 'service_request_updates',
    content: updates.slice(0, mostListed).map((update) => ({
      update_id: update.update_id,
      service_request_id: update.service_request_id,
      status: update.status,
      description: update.description,
      media_url: representMedia(update.media_url),
      updated_datetime: writeDatetime(update.updated, office.dialect),
      external_status_code: update.external_status_code,
      customer_reference: update.customer_reference,
      fixmystreet_id: update.fixmystreet_id,
      extras: update.extras,
    })),
  };
}

/** POST /servicerequestupdates. */
export function postUpdate(office: BackOffice, request: Request, parameters: Parameters): Document {
  const refuse = (document: Document): Document => office.refuse(request, parameters, document);
  const stranger = refuseCaller(office, parameters.first('api_key'), parameters.first('jurisdiction_id'));
  if (stranger) return refuse(stranger);

  const id = parameters.first('service_request_id');
  const description = parameters.first('description');
  const given = parameters.first('status');
  // Upper case is what mySociety's schema takes; the specification knows no updates, so its dialect takes either.
  const status = office.dialect === 'mysociety' && given !== given?.toUpperCase() ? undefined : given?.toLowerCase();
  const when = readDatetime(parameters.first('updated_datetime') ?? '', office.dialect);
  const missing = ['service_request_id', 'update_id', 'status', 'updated_datetime', 'description'].filter(
    (name) => parameters.first(name) === undefined,
  );
  const problems = missing.map((name) => `${name} was not provided`);
  if (given !== undefined && (status === undefined || !isExtendedStatus(status)))
    problems.push('status must be one of the extended statuses, in upper case');
  if (!when && !missing.includes('updated_datetime')) problems.push('updated_datetime must be a datetime with an offset');
  if ([...(description ?? '')].length > longestDescription) problems.push(`description is over ${longestDescription} characters`);
  if (problems.length > 0) return refuse(errorDocument(400, ...problems));
  if (!id || !when || !description || status === undefined || !isExtendedStatus(status)) return refuse(errorDocument(400, 'Bad request'));
  if (!office.book.request(id)) return refuse(errorDocument(404, 'The service_request_id was not found'));

  const update: ServiceRequestUpdate = {
    update_id: office.book.nextUpdateId(),
    service_request_id: id,
    status,
    description,
    updated: when.toISOString(),
    from: 'client',
    media_url: parameters.all('media_url'),
    external_status_code: parameters.first('external_status_code'),
    customer_reference: parameters.first('customer_reference'),
    fixmystreet_id: parameters.first('fixmystreet_id'),
  };
  const files = office.keepFiles(parameters);
  office.book.write({ received: office.receipt(request, parameters, files, { status: 200, update_id: update.update_id }), update });
  return { status: 200, root: 'service_request_updates', content: [{ update_id: update.update_id }] };
}
