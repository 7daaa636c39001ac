import { BoundedMap } from '@council-kit/gateway';
import { createHash } from 'node:crypto';

/** Streets and names that are remembered while reading. Beyond them one is kept twice, which costs some bytes and no answer. */
const mostRemembered = 100_000;

/** Texts and the numbers they were given, the latest of them. */
export class Remembered {
  last = 0;
  readonly #ids = new BoundedMap<string, number>(mostRemembered);

  idOf(text: string, isNew: (id: number) => void): number {
    const known = this.#ids.get(digest(text));
    if (known !== undefined) return known;
    const id = this.last + 1;
    this.add(text, id);
    isNew(id);
    return id;
  }

  add(text: string, id: number): void {
    this.last = Math.max(this.last, id);
    this.#ids.set(digest(text), id);
  }
}

/** The texts themselves would be most of the memory. */
const digest = (text: string): string => createHash('sha1').update(text).digest('base64').slice(0, 16);
