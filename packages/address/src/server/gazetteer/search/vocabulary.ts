/** Every word of the gazetteer once, and which of them a typed word may mean. */
import { BoundedMap } from '@council-kit/gateway';
import { fullForms } from '../../../rules/short-forms.ts';
import { bitCount, editDistance, lettersOf, slipsAllowed, soundOf } from './likeness.ts';

/** A word that may be meant, and how surely: 1 is the word itself. */
export interface Meaning {
  readonly word: number;
  readonly likeness: number;
}

const likenessOf = { itself: 1, shortForm: 0.95, beginning: 0.85, sound: 0.72, slip: 0.8, perSlip: 0.12 };
/** Of the meanings of one word, the likeliest. */
const mostMeanings = 10;
/** Answers for words that were asked before. */
const mostRemembered = 5_000;

export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  #letters = new Int32Array(0);
  #lengths = new Uint8Array(0);
  #sorted: number[] = [];
  #bySound = new Map<string, number[]>();
  readonly #remembered = new BoundedMap<string, readonly Meaning[]>(mostRemembered);

  get size(): number {
    return this.#words.length;
  }

  /** The number of a word, which is new or not. */
  add(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#words.push(word);
    this.#numbers.set(word, number);
    return number;
  }

  numberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  /** After the last word was added. */
  finish(): void {
    this.#letters = Int32Array.from(this.#words, lettersOf);
    this.#lengths = Uint8Array.from(this.#words, (word) => Math.min(255, word.length));
    this.#sorted = this.#words
      .map((_, number) => number)
      .sort((one, other) => ((this.#words[one] ?? '') < (this.#words[other] ?? '') ? -1 : 1));
    this.#bySound = new Map();
    for (const [number, word] of this.#words.entries()) {
      const sound = soundOf(word);
      const alike = this.#bySound.get(sound);
      if (alike) alike.push(number);
      else this.#bySound.set(sound, [number]);
    }
  }

  /**
   * What a typed word may mean, the surest first.
   * @param unfinished it is the last that was typed: its end may still come
   */
  meaningsOf(typed: string, unfinished: boolean): readonly Meaning[] {
    const key = unfinished ? `${typed}…` : typed;
    let meanings = this.#remembered.get(key);
    if (meanings) return meanings;
    meanings = this.#look(typed, unfinished);
    this.#remembered.set(key, meanings);
    return meanings;
  }

  #look(typed: string, unfinished: boolean): readonly Meaning[] {
    const best = new Map<number, number>();
    const may = (word: number | undefined, likeness: number): void => {
      if (word !== undefined && (best.get(word) ?? 0) < likeness) best.set(word, likeness);
    };
    const itself = this.#numbers.get(typed);
    may(itself, likenessOf.itself);
    for (const full of fullForms.get(typed) ?? []) may(this.#numbers.get(full), likenessOf.shortForm);
    if (!/\d/.test(typed)) {
      if (unfinished || typed.length >= 3) this.#beginningWith(typed, unfinished, may);
      this.#soundingLike(typed, may);
      // A word that is in the gazetteer is hardly a slip for another: "Mill" and "Hill" are both streets.
      this.#slippedFrom(typed, itself === undefined ? 0 : 0.25, may);
    }
    return [...best]
      .map(([word, likeness]) => ({ word, likeness }))
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, mostMeanings);
  }

  #beginningWith(typed: string, unfinished: boolean, may: (word: number, likeness: number) => void): void {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[this.#sorted[middle] ?? 0] ?? '') < typed) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < this.#sorted.length && at < low + 200; at += 1) {
      const word = this.#sorted[at] ?? 0;
      const text = this.#words[word] ?? '';
      if (!text.startsWith(typed)) break;
      // The more of it is there, the surer.
      if (text !== typed)
        may(word, (unfinished ? likenessOf.beginning : likenessOf.beginning - 0.15) * (0.75 + (0.25 * typed.length) / text.length));
    }
  }

  #soundingLike(typed: string, may: (word: number, likeness: number) => void): void {
    if (typed.length < 3) return;
    for (const word of this.#bySound.get(soundOf(typed)) ?? []) {
      const text = this.#words[word] ?? '';
      if (editDistance(typed, text, 3) <= 3) may(word, likenessOf.sound);
    }
  }

  #slippedFrom(typed: string, less: number, may: (word: number, likeness: number) => void): void {
    const letters = lettersOf(typed);
    for (let word = 0; word < this.#words.length; word += 1) {
      const length = this.#lengths[word] ?? 0;
      const most = slipsAllowed(Math.max(length, typed.length));
      if (most === 0 || Math.abs(length - typed.length) > most) continue;
      // Each slip changes the set of letters by two at most.
      if (bitCount((this.#letters[word] ?? 0) ^ letters) > 2 * most) continue;
      const text = this.#words[word] ?? '';
      const slips = editDistance(typed, text, most);
      if (slips === 0 || slips > most) continue;
      const first = text.charCodeAt(0) === typed.charCodeAt(0) ? 0 : 0.06;
      may(word, likenessOf.slip - likenessOf.perSlip * (slips - 1) - (slips / typed.length) * 0.3 - first - less);
    }
  }
}
