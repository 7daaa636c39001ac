import { setWords } from '@council-kit/core';

/** People who listen hear each key they type: what changes as they type is told when they pause. */
const pause = 500;

/**
 * A live region that tells what is new once whoever is typing has paused. The region has to be in the page before its
 * words are, or some screen readers say nothing.
 */
export class Announcer {
  readonly #region: Element;
  #started = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(region: Element, signal: AbortSignal) {
    this.#region = region;
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
    });
  }

  /**
   * Says this after a pause, in place of what was still waiting to be said. Words that are there already are not said
   * again; the first are there at once, for those who read the page rather than listen to it.
   */
  say(words: string): void {
    clearTimeout(this.#timer);
    const started = this.#started;
    this.#started = true;
    // As they were written: a translated page has others there.
    if (!started) setWords(this.#region, words);
    else this.#timer = setTimeout(() => setWords(this.#region, words), pause);
  }
}
