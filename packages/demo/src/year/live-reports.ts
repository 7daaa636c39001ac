/** Reports as residents send them and officers answer them. */
import type { Open311 } from '@council-kit/sandbox';
import { Chance } from './chance.ts';
import { drawPicture } from './pictures.ts';
import type { PlannedReport, PlannedUpdate } from './reports-of-the-year.ts';

/** Photos are drawn once for each kind, and uploaded as often as residents take them. */
export class PhotoAlbum {
  readonly #drawn = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  readonly #send: typeof fetch;
  readonly #gateway: string;

  constructor(send: typeof fetch, gateway: string) {
    this.#send = send;
    this.#gateway = gateway;
  }

  /** Uploads those of a report. Their ids. */
  async upload({ kind, photos }: PlannedReport): Promise<readonly string[]> {
    return await Promise.all(photos.map((number) => this.#upload(kind, number)));
  }

  async #upload(kind: string, number: number): Promise<string> {
    const form = new FormData();
    form.set('photo', new File([await this.#picture(kind, number)], 'photo.jpg', { type: 'image/jpeg' }));
    const answer = await this.#send(`${this.#gateway}/uploads`, { method: 'POST', body: form });
    return (await answered<{ readonly id: string }>(answer, 201)).id;
  }

  #picture(kind: string, number: number): Promise<Uint8Array<ArrayBuffer>> {
    const name = `${kind} ${number}`;
    const drawn =
      this.#drawn.get(name) ?? drawPicture(kind, new Chance([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), number)));
    this.#drawn.set(name, drawn);
    return drawn;
  }
}

/**
 * Sends a report. Its reference.
 * @param photos ids of its photos, which were uploaded before
 */
export async function sendReport(send: typeof fetch, gateway: string, planned: PlannedReport, photos: readonly string[]): Promise<string> {
  const answer = await send(`${gateway}/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': planned.language },
    body: JSON.stringify({ ...planned.report, photos }),
  });
  return (await answered<{ readonly reference: string }>(answer, 201)).reference;
}

/** Officers at the back office, who find a report by the reference that the gateway sent with it. */
export class OfficerUpdates {
  readonly #backOffice: Open311;
  readonly #arrived: () => Promise<void>;
  readonly #ids = new Map<string, string>();
  #read = 0;

  /** @param arrived resolves when everything that the gateway had to send on has been sent */
  constructor(backOffice: Open311, arrived: () => Promise<void>) {
    this.#backOffice = backOffice;
    this.#arrived = arrived;
  }

  /** @throws Error where the back office never had the report */
  async make(reference: string, { status, note }: PlannedUpdate): Promise<void> {
    if (this.#find(reference) === undefined) await this.#arrived();
    const id = this.#find(reference);
    if (id === undefined) throw new Error('The back office does not have a report that it should answer.');
    this.#backOffice.update(id, { status, description: note });
  }

  #find(reference: string): string | undefined {
    const { received } = this.#backOffice;
    for (const { parameters, answer } of received.slice(this.#read)) {
      const [, sent] = parameters.find(([name]) => name === 'attribute[client_reference]') ?? [];
      if (sent !== undefined && answer.service_request_id !== undefined) this.#ids.set(sent, answer.service_request_id);
    }
    this.#read = received.length;
    return this.#ids.get(reference);
  }
}

/** The body of an answer. @throws Error for another status: the year would have a hole that nobody planned */
export async function answered<Body>(answer: Response, ...statuses: readonly number[]): Promise<Body> {
  if (!statuses.includes(answer.status)) throw new Error(`The gateway answered ${String(answer.status)}: ${await answer.text()}`);
  return (await answer.json()) as Body;
}
