import { readBody } from '../../platform.ts';
import type { NotifyService } from '../sending/notify-service.ts';
import { sendLetter } from '../sending/send-letter.ts';
import { sendEmail, sendSms } from '../sending/send.ts';
import { messageTypes, type MessageType } from '../settings.ts';
import type { Caller } from './access.ts';
import { errorBody, isError, notifyErrors } from './errors.ts';
import { getNotification, getPdf, listNotifications, listReceivedTexts } from './messages.ts';
import { getTemplate, listTemplates, previewTemplate } from './template-resources.ts';

/** Room for a letter or files of 2 MB in base64. */
const mostBytes = 16_000_000;

/** An answer before it is written. */
interface Answer {
  status: number;
  body: object;
}

/** What there is at an address, for one method. */
interface Resource {
  method: string;
  answer: (caller: Caller, request: Request) => Answer | Promise<Answer>;
}

/** What Notify answers where it does not come to the API itself. */
const outside = (status: number, message: string): Answer => ({ status, body: { result: 'error', message } });

const notFound = outside(
  404,
  'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.',
);

const answerOf = (result: object, status = 200): Answer =>
  isError(result) ? { status: result.status, body: errorBody(result) } : { status, body: result };

/** The public API: https://docs.notifications.service.gov.uk/rest-api.html */
export class NotifyProtocol {
  readonly #service: NotifyService;

  constructor(service: NotifyService) {
    this.#service = service;
  }

  async answer(request: Request): Promise<Response> {
    const { status, body } = await this.#answer(request);
    return body instanceof Uint8Array
      ? new Response(new Uint8Array(body), { status, headers: { 'content-type': 'application/pdf' } })
      : new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  }

  async #answer(request: Request): Promise<Answer> {
    const url = new URL(request.url);
    const resource = this.#resource(url);
    if (!resource) return notFound;
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    if (method !== resource.method) return outside(405, 'The method is not allowed for the requested URL.');
    const caller = this.#service.access.read(request.headers.get('authorization'));
    return isError(caller) ? answerOf(caller) : resource.answer(caller, request);
  }

  /** What there is at an address. */
  #resource(url: URL): Resource | undefined {
    const service = this.#service;
    const origin = service.options.publicUrl?.replace(/\/$/, '') ?? url.origin;
    const get = (answer: (caller: Caller) => object): Resource => ({
      method: 'GET',
      answer: (caller) => answerOf(answer(caller)),
    });
    const [, name, id, part, version] = /^\/v2\/([a-z-]+)(?:\/([^/]+))?(?:\/([a-z]+))?(?:\/(\d{1,9}))?$/.exec(url.pathname) ?? [];
    const which = `${name ?? ''}${id === undefined ? '' : '/id'}${part === undefined ? '' : `/${part}`}${version === undefined ? '' : '/n'}`;
    switch (which) {
      case 'notifications':
        return get((caller) => listNotifications(service, caller, url, origin));
      case 'notifications/id': {
        const type = messageTypes.find((one) => one === id);
        if (type) return { method: 'POST', answer: (caller, request) => this.#send(caller, type, request, origin) };
        return get((caller) => getNotification(service, caller, id ?? '', origin));
      }
      case 'notifications/id/pdf':
        return get((caller) => getPdf(service, caller, id ?? ''));
      case 'templates':
        return get(() => listTemplates(service, url));
      case 'template/id':
        return get(() => getTemplate(service, id ?? ''));
      case 'template/id/version/n':
        return get(() => getTemplate(service, id ?? '', Number(version)));
      case 'template/id/preview':
        return { method: 'POST', answer: (_, request) => this.#preview(id ?? '', request) };
      case 'received-text-messages':
        return get((caller) => listReceivedTexts(service, caller, url, origin));
      default:
        return undefined;
    }
  }

  async #send(caller: Caller, type: MessageType, request: Request, origin: string): Promise<Answer> {
    const refused = this.#service.limits.refuse(caller, type);
    if (refused) return answerOf(refused);
    const body = await readJson(request);
    if ('status' in body) return body;
    const send = { email: sendEmail, sms: sendSms, letter: sendLetter }[type];
    const sent = send(this.#service, caller, body.value, origin);
    return isError(sent) ? answerOf(sent) : { status: 201, body: sent.answer };
  }

  async #preview(id: string, request: Request): Promise<Answer> {
    const body = await readJson(request, true);
    return 'status' in body ? body : answerOf(previewTemplate(this.#service, id, body.value));
  }
}

/** Notify reads JSON whatever its type is said to be, and what is nothing in it as an empty object. */
async function readJson(request: Request, mayBeEmpty = false): Promise<{ value: unknown } | Answer> {
  const body = await readBody(request, mostBytes);
  if (body === 'too-large') return outside(413, 'The data value transmitted exceeds the capacity limit.');
  if (mayBeEmpty && body.length === 0) return { value: {} };
  try {
    const value = JSON.parse(body.toString('utf8')) as unknown;
    // Python's `value or {}`, to which an empty list is nothing too.
    return { value: !value || (Array.isArray(value) && value.length === 0) ? {} : value };
  } catch {
    return answerOf(notifyErrors.badRequest('Invalid JSON supplied in POST data'));
  }
}
