import { fileJournal, memoryJournal } from '../journal.ts';
import { json } from '../page.ts';
import { isDeskPath, type Platform } from '../platform.ts';
import { BackOffice, type OfficerUpdate } from './back-office.ts';
import type { Received, ServiceRequest, ServiceRequestUpdate } from './book.ts';
import { createDesk } from './desk.ts';
import { errorDocument, respond } from './dialect.ts';
import { answerProtocol } from './protocol.ts';
import type { Open311Options } from './settings.ts';

/** A council back office that speaks Open311, and the way to look inside. */
export interface Open311 extends Platform {
  /** Every POST to the protocol, in order and with its raw parameters; nothing is merged, so a double shows. */
  readonly received: readonly Received[];
  /** The service requests it holds, oldest first. */
  readonly requests: readonly ServiceRequest[];
  /** One of them. */
  request(id: string): ServiceRequest | undefined;
  /** The updates to them, in the order they were made. */
  readonly updates: readonly ServiceRequestUpdate[];
  /**
   * Changes the status of a request as an officer does on its page.
   *
   * @throws TypeError when there is no such request or status, or no note.
   */
  update(id: string, change: OfficerUpdate): ServiceRequestUpdate;
  /** The bytes of a file that came, by its SHA-256. */
  file(sha256: string): Uint8Array | undefined;
  /** Forgets everything received. */
  clear(): void;
}

/**
 * A council back office speaking Open311 GeoReport v2 with mySociety's extensions, as open311-adapter plays it:
 * https://wiki.open311.org/GeoReport_v2, https://github.com/mysociety/fixmystreet/wiki/Open311-FMS---Complete-Spec
 *
 * @throws TypeError naming what is wrong in `services`; Error when `keepIn` cannot be read.
 */
export function createOpen311(options: Open311Options = {}): Open311 {
  const office = new BackOffice(options, options.keepIn === undefined ? memoryJournal() : fileJournal(options.keepIn));
  const desk = createDesk(office);
  return {
    title: 'A council back office (Open311)',
    basePath: '',
    async fetch(request) {
      try {
        const isDesk = isDeskPath(new URL(request.url).pathname);
        return isDesk ? await desk.fetch(request) : await answerProtocol(office, request);
      } catch (error) {
        // A fault of the sandbox's own, which no test may take for one that it asked for.
        console.error('The sandbox itself failed:', error);
        if (isDeskPath(new URL(request.url).pathname)) return json({ problem: 'The sandbox itself failed: see its log.' }, 500);
        return respond(errorDocument(500, 'The sandbox itself failed: see its log'), 'json', office.dialect, office.wrapped);
      }
    },
    get received() {
      return office.book.received;
    },
    get requests() {
      return office.book.requests;
    },
    request: (id) => office.book.request(id),
    get updates() {
      return office.book.updates;
    },
    update: (id, change) => office.update(id, change),
    file: (sha256) => office.file(sha256),
    clear: () => office.book.clear(),
    close: () => office.close(),
  };
}
