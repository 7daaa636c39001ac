import type { Journal } from '../journal.ts';
import type { ExtendedStatus, Open311Error, Reply } from './dialect.ts';

/** A file that came with a POST; its bytes are at `/sandbox/files/{sha256}`. */
export interface ReceivedFile {
  name: string;
  filename: string;
  type: string;
  bytes: number;
  sha256: string;
}

/** One POST, exactly as it came. A POST that came twice is here twice. */
export interface Received {
  /** From 1, in order. */
  number: number;
  /** ISO 8601. */
  at: string;
  path: string;
  contentType: string;
  parameters: (readonly [name: string, value: string])[];
  files: ReceivedFile[];
  /** What it was answered, whether or not the answer arrived. */
  answer: {
    status: number;
    errors?: Open311Error[];
    service_request_id?: string;
    token?: string;
    update_id?: string;
    /** Where `deduplicateBy` found that it had come before: true, and the id is the earlier one. */
    duplicate?: true;
  };
}

/** A service request in the back office. */
export interface ServiceRequest {
  service_request_id: string;
  reply: Reply;
  token?: string;
  service_code: string;
  status: ExtendedStatus;
  /** The public note of the latest change of status. */
  status_notes: string;
  description: string;
  lat?: number;
  long?: number;
  address: string;
  address_id: string;
  media_url: string[];
  attributes: (readonly [code: string, value: string])[];
  /** For the officer only: no GET of the protocol shows it. */
  contact: { email?: string; first_name?: string; last_name?: string; phone?: string; device_id?: string; account_id?: string };
  files: ReceivedFile[];
  /** ISO 8601. */
  requested: string;
  updated: string;
}

/** An update to a service request, from an officer or from a client. */
export interface ServiceRequestUpdate {
  update_id: string;
  service_request_id: string;
  status: ExtendedStatus;
  description: string;
  /** ISO 8601. */
  updated: string;
  from: 'officer' | 'client';
  media_url: string[];
  external_status_code?: string;
  customer_reference?: string;
  fixmystreet_id?: string;
  extras?: Record<string, string>;
}

/** One line of the book: what came and what it changed, together, so that a kill cannot part them. */
interface Entry {
  cleared?: true;
  received?: Received;
  request?: ServiceRequest;
  update?: ServiceRequestUpdate;
}

/** What a platform has received and holds. */
export class Book {
  readonly #journal: Journal;
  #received: Received[] = [];
  #requests = new Map<string, ServiceRequest>();
  #updates: ServiceRequestUpdate[] = [];
  #requestCount = 0;
  #updateCount = 0;

  constructor(journal: Journal) {
    this.#journal = journal;
    for (const entry of journal.entries) this.#apply(entry as Entry);
  }

  /** Every POST, in order. */
  get received(): readonly Received[] {
    return this.#received;
  }

  /** Every service request, oldest first. */
  get requests(): readonly ServiceRequest[] {
    return [...this.#requests.values()];
  }

  /** Every update, in the order they were made. */
  get updates(): readonly ServiceRequestUpdate[] {
    return this.#updates;
  }

  request(id: string): ServiceRequest | undefined {
    return this.#requests.get(id);
  }

  /** The id that the next request takes. Ids are not used again, also after `clear`. */
  nextRequestId(): string {
    return `SBX-${this.#requestCount + 1}`;
  }

  /** The id that the next update takes. */
  nextUpdateId(): string {
    return `SBX-U${this.#updateCount + 1}`;
  }

  /** The number that the next POST takes. */
  nextNumber(): number {
    return (this.#received.at(-1)?.number ?? 0) + 1;
  }

  /** Writes a line. It is on the disk, where the book has one, when this returns. */
  write(entry: Entry): void {
    this.#journal.append(entry);
    this.#apply(entry);
  }

  /** Forgets everything. */
  clear(): void {
    this.write({ cleared: true });
  }

  #apply(entry: Entry): void {
    if (entry.cleared) {
      this.#received = [];
      this.#requests = new Map();
      this.#updates = [];
    }
    if (entry.received) this.#received.push(entry.received);
    if (entry.request) {
      this.#requests.set(entry.request.service_request_id, entry.request);
      this.#requestCount += 1;
    }
    if (entry.update) this.#applyUpdate(entry.update);
  }

  #applyUpdate(update: ServiceRequestUpdate): void {
    this.#updates.push(update);
    this.#updateCount += 1;
    const request = this.#requests.get(update.service_request_id);
    if (!request) return;
    const status = update.status === 'unchanged' ? request.status : update.status === 'reopen' ? 'open' : update.status;
    this.#requests.set(update.service_request_id, { ...request, status, status_notes: update.description, updated: update.updated });
  }
}
