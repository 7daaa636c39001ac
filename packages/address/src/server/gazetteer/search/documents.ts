/** A word typed, as the words of the gazetteer that it may mean, with how much each says. */
export type WeighedWord = ReadonlyMap<number, number>;

/** What each document scored, until it is cleared. */
interface Tally {
  readonly scores: Float32Array;
  readonly touched: Uint32Array;
}

/** Lists of words, and which lists hold a word. */
export class Documents {
  #owners: Uint32Array | number[] = [];
  #starts: Uint32Array | number[] = [0];
  #words: Uint32Array | number[] = [];
  #holders = new Uint32Array(0);
  #holderStarts = new Uint32Array(1);
  #scores = new Float32Array(0);
  /** The last word typed that a document was counted for. */
  #counted = new Uint8Array(0);
  #touched = new Uint32Array(0);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(owner: number, words: readonly number[]): void {
    (this.#owners as number[]).push(owner);
    for (const word of words) (this.#words as number[]).push(word);
    (this.#starts as number[]).push(this.#words.length);
    this.#count += 1;
  }

  finish(vocabularySize: number): void {
    this.#owners = Uint32Array.from(this.#owners);
    this.#starts = Uint32Array.from(this.#starts);
    this.#words = Uint32Array.from(this.#words);
    const starts = new Uint32Array(vocabularySize + 1);
    for (const word of this.#words) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
    for (let word = 0; word < vocabularySize; word += 1) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
    const next = starts.slice();
    this.#holders = new Uint32Array(this.#words.length);
    for (let document = 0; document < this.#count; document += 1) {
      for (const word of this.wordsOf(document)) {
        const at = next[word] ?? 0;
        this.#holders[at] = document;
        next[word] = at + 1;
      }
    }
    this.#holderStarts = starts;
    this.#scores = new Float32Array(this.#count);
    this.#counted = new Uint8Array(this.#count);
    this.#touched = new Uint32Array(this.#count);
  }

  ownerOf(document: number): number {
    return this.#owners[document] ?? 0;
  }

  wordsOf(document: number): Uint32Array {
    return (this.#words as Uint32Array).subarray(this.#starts[document], this.#starts[document + 1]);
  }

  /** How many documents hold a word. */
  holding(word: number): number {
    return (this.#holderStarts[word + 1] ?? 0) - (this.#holderStarts[word] ?? 0);
  }

  /**
   * Adds up what the words say of each document that holds one: of the meanings of a word, the best alone.
   * @param common the share of documents from which on a word is passed over, unless it is all that there is
   */
  tally(words: readonly WeighedWord[], common: number): Tally {
    const limit = Math.max(50, common * this.#count);
    let touched = 0;
    for (const [at, word] of words.entries()) touched = this.#countHolders(at + 1, word, limit, touched);
    if (touched === 0) for (const [at, word] of words.entries()) touched = this.#countHolders(at + 1, word, Infinity, touched);
    return { scores: this.#scores, touched: this.#touched.subarray(0, touched) };
  }

  clear(): void {
    this.#scores.fill(0);
    this.#counted.fill(0);
  }

  /** @returns how many documents were touched, with those before */
  #countHolders(mark: number, word: WeighedWord, limit: number, before: number): number {
    const [scores, counted, holders, touched] = [this.#scores, this.#counted, this.#holders, this.#touched];
    let count = before;
    for (const [number, value] of [...word].sort(([, one], [, other]) => other - one)) {
      const start = this.#holderStarts[number] ?? 0;
      const end = this.#holderStarts[number + 1] ?? 0;
      if (end - start > limit) continue;
      for (let holder = start; holder < end; holder += 1) {
        const document = holders[holder] as number;
        const last = counted[document] as number;
        if (last === mark) continue;
        if (last === 0) touched[count++] = document;
        counted[document] = mark;
        scores[document] = (scores[document] as number) + value;
      }
    }
    return count;
  }
}
