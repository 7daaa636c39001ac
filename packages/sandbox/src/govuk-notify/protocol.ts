import { readBody } from '../platform.ts';
import type { Caller } from './access.ts';
import { errorBody, isError, notifyErrors, type NotifyError } from './errors.ts';
import type { NotifyService } from './notify-service.ts';
import { presentNotification } from './present.ts';
import { readId } from './requests.ts';
import { sendEmail, sendSms, type Sent } from './send.ts';
import { messageTypes, type MessageType } from './settings.ts';
import { uuidOf } from './uuid.ts';

/** Room for a letter or files of 2 MB in base64. */
const mostBytes = 16_000_000;

/** An answer before it is written. */
export interface Answer {
  status: number;
  body: object | Uint8Array<ArrayBuffer>;
}

const fault = (error: NotifyError): Answer => ({ status: error.status, body: errorBody(error) });
/** Notify's answer where it does not come to the API itself. */
const outside = (status: number, message: string): Answer => ({ status, body: { result: 'error', message } });

const notFound = outside(
  404,
  'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.',
);

/** The public API: https://docs.notifications.service.gov.uk/rest-api.html */
export class NotifyProtocol {
  readonly #service: NotifyService;

  constructor(service: NotifyService) {
    this.#service = service;
  }

  async answer(request: Request): Promise<Response> {
    const { status, body } = await this.#answer(request);
    return body instanceof Uint8Array
      ? new Response(body, { status, headers: { 'content-type': 'application/pdf' } })
      : new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  }

  async #answer(request: Request): Promise<Answer> {
    const url = new URL(request.url);
    const origin = this.#service.options.publicUrl?.replace(/\/$/, '') ?? url.origin;
    const [, resource, id, part] = /^\/v2\/([a-z-]+)(?:\/([^/]+))?(?:\/(.+))?$/.exec(url.pathname) ?? [];
    if (resource !== 'notifications') return notFound;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const caller = this.#service.access.read(request.headers.get('authorization'));
    if (isError(caller)) return fault(caller);
    if (request.method === 'POST' && part === undefined) {
      const type = messageTypes.find((one) => one === id);
      return type ? this.#send(caller, type, request, origin) : notFound;
    }
    if (!isRead) return outside(405, 'The method is not allowed for the requested URL.');
    if (id === undefined) return notFound;
    return this.#notification(caller, id, origin);
  }

  async #send(caller: Caller, type: MessageType, request: Request, origin: string): Promise<Answer> {
    const refused = this.#service.limits.refuse(caller, type);
    if (refused) return fault(refused);
    const body = await readJson(request);
    if ('status' in body) return body;
    const sent: Sent | NotifyError =
      type === 'email' ? sendEmail(this.#service, caller, body.value, origin) : sendSms(this.#service, caller, body.value, origin);
    return isError(sent) ? fault(sent) : { status: 201, body: sent.answer };
  }

  #notification(caller: Caller, id: string, origin: string): Answer {
    const wrong = readId('notification_id', id);
    if (wrong) return fault(wrong);
    const notification = this.#service.visible(caller).find((one) => one.id === uuidOf(id));
    return notification ? { status: 200, body: presentNotification(notification, origin) } : fault(notifyErrors.noResult());
  }
}

/** Notify reads JSON whatever its type is said to be, and nothing as an empty object. */
async function readJson(request: Request): Promise<{ value: unknown } | Answer> {
  const body = await readBody(request, mostBytes);
  if (body === 'too-large') return outside(413, 'The data value transmitted exceeds the capacity limit.');
  try {
    return { value: (JSON.parse(body.toString('utf8')) as unknown) || {} };
  } catch {
    return fault(notifyErrors.badRequest('Invalid JSON supplied in POST data'));
  }
}
