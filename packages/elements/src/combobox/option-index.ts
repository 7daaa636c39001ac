import { foldText, partedAnyhow } from '@council-kit/core';

/** One of the things that a combobox offers. */
export interface ComboboxItem {
  /** What is submitted. The text where there is none. */
  readonly value?: string;
  readonly text: string;
  /** A heading that items are gathered under; those of one group follow each other. */
  readonly group?: string;
}

interface Entry {
  readonly item: ComboboxItem;
  readonly plain: string;
}

/** The items of a combobox, prepared so that ten thousand are narrowed in about a millisecond a key. */
export class OptionIndex {
  readonly items: readonly ComboboxItem[];
  readonly #entries: readonly Entry[];
  /** By their whole text; undefined where several have one. */
  readonly #byText = new Map<string, ComboboxItem | undefined>();
  #query = '';
  #left: readonly Entry[];
  #narrowed: readonly ComboboxItem[];

  constructor(items: readonly ComboboxItem[]) {
    this.items = items;
    this.#narrowed = items;
    this.#entries = items.map((item) => {
      const text = foldText(item.text);
      this.#byText.set(text, this.#byText.has(text) ? undefined : item);
      return { item, plain: item.group ? ` ${text} ${foldText(item.group)}` : ` ${text}` };
    });
    this.#left = this.#entries;
  }

  /**
   * The items in which every word typed begins a word, or which have the words parted otherwise ("flytipping" is "Fly-tipping"). All of them
   * where nothing is typed; the same list for the same words.
   */
  narrow(typed: string): readonly ComboboxItem[] {
    const query = foldText(typed.slice(0, 200));
    if (query === this.#query) return this.#narrowed;
    const needles = query.split(' ').map((word) => ` ${word}`);
    const parted = partedAnyhow(query);
    // Another letter leaves some of what the letters before it left, once there are enough to look for words parted otherwise.
    const narrows = query.startsWith(this.#query) && (!parted || partedAnyhow(this.#query));
    const left = narrows ? this.#left : this.#entries;
    this.#query = query;
    this.#left = left.filter(({ plain }) => needles.every((needle) => plain.includes(needle)) || parted?.test(plain));
    this.#narrowed = query === '' ? this.items : this.#left.map(({ item }) => item);
    return this.#narrowed;
  }

  /** The item that somebody wrote out whole; undefined where there are none or several. */
  exact(typed: string): ComboboxItem | undefined {
    const query = foldText(typed.slice(0, 200));
    return query === '' ? undefined : this.#byText.get(query);
  }
}
