import type { Journal } from '../journal.ts';
import { Book, type Received, type ReceivedFile, type ServiceRequestUpdate } from './book.ts';
import { isExtendedStatus, type Dialect, type Document, type ExtendedStatus, type Open311Error, type Reply } from './dialect.ts';
import type { Parameters } from './parameters.ts';
import { builtInServices, parseServices, type Service } from './services.ts';
import type { Open311Options } from './settings.ts';

/** A change that an officer makes to a service request. */
export interface OfficerUpdate {
  status: ExtendedStatus;
  /** The public note. */
  description: string;
  media_url?: string[];
  external_status_code?: string;
  customer_reference?: string;
  fixmystreet_id?: string;
  extras?: Record<string, string>;
}

/** What the protocol, the control and the pages share: settings with their defaults, the services and the book. */
export class BackOffice {
  readonly dialect: Dialect;
  readonly wrapped: boolean;
  readonly reply: Reply | undefined;
  readonly apiKeys: readonly string[];
  readonly jurisdictionId: string;
  readonly services: ReadonlyMap<string, Service>;
  readonly deduplicateBy: string | undefined;
  readonly maximumBody: number;
  readonly agency: string;
  readonly now: () => Date;
  readonly #log: (sentence: string) => void;
  readonly book: Book;
  readonly #journal: Journal;
  readonly #tokenPolls: number;
  readonly #polls = new Map<string, number>();

  constructor(options: Open311Options, journal: Journal) {
    this.dialect = options.dialect ?? 'open311';
    this.wrapped = options.wrapped ?? this.dialect === 'mysociety';
    this.reply = options.reply;
    this.apiKeys = options.apiKeys ?? ['sandbox-key'];
    this.jurisdictionId = options.jurisdictionId ?? 'sandbox';
    const services = options.services === undefined ? builtInServices : parseServices(options.services);
    this.services = new Map(services.map((service) => [service.service_code, service]));
    this.deduplicateBy = options.deduplicateBy;
    this.maximumBody = options.maximumBody ?? 100 * 1024 * 1024;
    this.agency = options.agency ?? 'Test platform';
    this.now = options.now ?? (() => new Date());
    this.#log = options.log ?? (() => undefined);
    this.#tokenPolls = options.tokenPolls ?? 0;
    this.#journal = journal;
    this.book = new Book(journal);
  }

  /** Whether a token may be exchanged yet; asking counts. */
  tokenIsReady(token: string): boolean {
    const polls = (this.#polls.get(token) ?? 0) + 1;
    this.#polls.set(token, polls);
    return polls > this.#tokenPolls;
  }

  /** Keeps the files of a POST and says what they are. */
  keepFiles(parameters: Parameters): ReceivedFile[] {
    return parameters.files.map(({ name, filename, type, content }) => ({
      name,
      filename,
      type,
      bytes: content.byteLength,
      sha256: this.#journal.keepFile(content),
    }));
  }

  /** The bytes of a file that came. */
  file(sha256: string): Uint8Array | undefined {
    return this.#journal.file(sha256);
  }

  /** How a POST is written down: what came, and what it is about to be answered. */
  receipt(request: Request, parameters: Parameters, files: ReceivedFile[], answer: Received['answer']): Received {
    return {
      number: this.book.nextNumber(),
      at: this.now().toISOString(),
      path: new URL(request.url).pathname,
      contentType: request.headers.get('content-type') ?? '',
      parameters: [...parameters.pairs],
      files,
      answer,
    };
  }

  /** Writes down a POST that was refused, and returns the refusal. */
  refuse(request: Request, parameters: Parameters, document: Document): Document {
    const errors = document.content as unknown as Open311Error[];
    const code = parameters.first('service_code');
    const unknown = code !== undefined && !this.services.has(code);
    this.#log(
      `Open311 back office: refused a report (${document.status}): ${errors.map(({ description }) => description).join('; ')}.` +
        (unknown
          ? ` It does not know the service_code ${JSON.stringify(code.slice(0, 100))}. It knows: ${[...this.services.keys()].join(', ')}.` +
            ' Give it your own kinds with --services file.json.'
          : ''),
    );
    this.book.write({ received: this.receipt(request, parameters, this.keepFiles(parameters), { status: document.status, errors }) });
    return document;
  }

  /**
   * Changes a request as an officer would.
   *
   * @throws TypeError when there is no such request, no such status, or no note.
   */
  update(id: string, change: OfficerUpdate): ServiceRequestUpdate {
    if (!this.book.request(id)) throw new TypeError(`There is no service request ${id}.`);
    if (!isExtendedStatus(change.status)) throw new TypeError(`${String(change.status)} is not a status.`);
    if (typeof change.description !== 'string' || change.description.trim() === '') throw new TypeError('Enter a public note.');
    const update: ServiceRequestUpdate = {
      ...change,
      media_url: change.media_url ?? [],
      update_id: this.book.nextUpdateId(),
      service_request_id: id,
      updated: this.now().toISOString(),
      from: 'officer',
    };
    this.book.write({ update });
    return update;
  }

  close(): void {
    this.#journal.close();
  }
}
