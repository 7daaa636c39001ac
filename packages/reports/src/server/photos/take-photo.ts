/**
 * A photo as it arrives, made safe: recognised by its content, measured before it is decoded, decoded, turned upright and
 * encoded again. Only the picture is kept: no metadata, no position, nothing hidden behind the image data.
 */
import type { Text } from '@council-kit/core';
import { Decoder, type DecodeTask } from './decoder.ts';
import { examinePhoto, type PhotoFault } from './examine-photo.ts';
import { FairQueue } from './fair-queue.ts';
import { photoMessages } from './photo.messages.ts';

/** A photo that may be kept. */
export interface TakenPhoto {
  readonly bytes: Uint8Array;
  readonly type: 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

export type PhotoOutcome =
  | { readonly kind: 'taken'; readonly photo: TakenPhoto }
  | { readonly kind: 'refused'; readonly code: PhotoFault; readonly message: Text }
  /** Too many photos are waiting: it can be sent again in a while. */
  | { readonly kind: 'busy' };

/** What one photo may cost: milliseconds of a core. The dearest honest ones, progressive JPEGs of 48 megapixels, take 1,300. */
const photoCpuMs = 2200;
/** What the photos of one request may cost together. */
const requestCpuMs = 2500;
/** A decoder needs 60 MB, and up to 350 MB for the largest pictures that are taken. */
const decoderMemory = 700_000_000;
const waiting = { waiting: 50, waitingPerClient: 10 };

/** Takes photos in: a few at a time, each client in turn. */
export class PhotoTaker {
  readonly #queue: FairQueue;
  readonly #decoders: Decoder[];

  /** @param atOnce how many photos are opened at the same time, each on a core of its own */
  constructor(atOnce: number) {
    this.#queue = new FairQueue({ atOnce, ...waiting });
    this.#decoders = Array.from({ length: atOnce }, () => new Decoder());
  }

  /**
   * The photos of one request, which share what a request may cost.
   *
   * @param client the gateway's token for whoever sends them
   */
  ofRequest(client: string): (bytes: Uint8Array) => Promise<PhotoOutcome> {
    let left = requestCpuMs;
    return async (bytes) => {
      const examined = examinePhoto(bytes);
      if ('fault' in examined) return refused(examined.fault);
      if (left <= 0) return refused('tryAlone');
      const task: DecodeTask = { bytes, format: examined.format, cpuMs: Math.min(photoCpuMs, left), memory: decoderMemory };
      const decoded = await this.#queue.run(client, () => this.#decode(task));
      if (!decoded) return { kind: 'busy' };
      left -= decoded.cpuMs;
      switch (decoded.kind) {
        case 'decoded': {
          const { width, height } = decoded;
          return { kind: 'taken', photo: { bytes: decoded.bytes, type: 'image/jpeg', width, height } };
        }
        case 'refused':
          return refused(decoded.fault);
        case 'over':
          // It might do with the whole of what a photo may cost.
          return refused(task.cpuMs < photoCpuMs ? 'tryAlone' : 'tooComplex');
      }
    };
  }

  /** Ends what is being opened. */
  stop(): void {
    for (const decoder of this.#decoders) decoder.stop();
  }

  async #decode(task: DecodeTask): ReturnType<Decoder['decode']> {
    const decoder = this.#decoders.pop();
    if (!decoder) throw new Error('More photos are being opened than there are decoders.');
    try {
      return await decoder.decode(task);
    } finally {
      this.#decoders.push(decoder);
    }
  }
}

const refused = (code: PhotoFault): PhotoOutcome => ({ kind: 'refused', code, message: photoMessages[code] });
