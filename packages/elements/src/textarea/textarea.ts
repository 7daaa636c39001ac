import { countText, countWords, setWords, type TextUnit } from '@council-kit/core';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { afterReset } from '../field/after-reset.ts';
import { Announcer } from '../field/announcer.ts';
import { FormControlElement } from '../field/form-control-element.ts';
import { limitSentence, textareaTemplate } from './textarea.template.ts';
import { textareaMessages } from './textarea.messages.ts';

interface Limit {
  readonly unit: 'characters' | 'words';
  /** What a character is. */
  readonly counts: TextUnit;
  readonly most: number;
  /** The percentage of the limit from which the count is shown. */
  readonly threshold: number;
}

const units: readonly TextUnit[] = ['characters', 'code-points', 'code-units', 'bytes'];

/** Software that dictates can write without an event: as long as the textarea has the focus, it is looked at this often. */
const watchEvery = 1000;

function positive(value: string | number | null | undefined): number | undefined {
  const number = Number(value ?? NaN);
  return number > 0 ? number : undefined;
}

/**
 * Several lines of text. With a limit it counts what is left, as characters people would count: seen as one types, told to
 * people who listen when they pause. Around a written `<textarea>` it enhances that; without children it writes the same HTML itself.
 *
 * @summary Several lines of text, counted where there is a limit.
 * @tag council-textarea
 */
export class CouncilTextarea extends FormControlElement {
  static override readonly properties: PropertyDeclarations = {
    rows: { type: Number },
    maxCharacters: { type: Number, attribute: 'max-characters' },
    characterUnit: { attribute: 'character-unit' },
    maxWords: { type: Number, attribute: 'max-words' },
    threshold: { type: Number },
    autocomplete: {},
    spellCheck: { attribute: 'spell-check', converter: (value) => (value === null ? undefined : value !== 'false') },
  };

  /** Lines shown. 5 by default. */
  declare rows: number | undefined;
  /** The most characters. More can be typed: nobody's text is cut, the count says how much is too much. */
  declare maxCharacters: number | undefined;
  /** What the limit counts: `characters` by default, as people count; `code-points`, `code-units` or `bytes` for another system's limit. */
  declare characterUnit: TextUnit | undefined;
  /** The most words. */
  declare maxWords: number | undefined;
  /** The percentage of the limit from which the count is shown. */
  declare threshold: number | undefined;
  declare autocomplete: string | undefined;
  declare spellCheck: boolean | undefined;

  #parts: { readonly visible: HTMLElement; readonly region: HTMLElement; readonly announcer: Announcer } | undefined;

  override get control(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }

  protected override get saysWords(): boolean {
    return this.maxCharacters !== undefined || this.maxWords !== undefined;
  }

  protected override template(): TemplateResult {
    return textareaTemplate({
      ...this.fieldOptions(),
      value: this.getAttribute('value') ?? undefined,
      rows: this.rows,
      autocomplete: this.autocomplete,
      spellcheck: this.spellCheck,
      maxlength: positive(this.maxCharacters),
      characterUnit: this.characterUnit,
      maxwords: positive(this.maxWords),
      threshold: this.threshold,
    });
  }

  protected override connectBehaviour(signal: AbortSignal): void {
    this.addEventListener('input', () => this.sync(), { signal });
    // The browser may bring back what was typed after the element has started, and the whole page on Back.
    window.addEventListener('pageshow', () => this.sync(), { signal });
    afterReset(this, signal, () => this.sync());
    let timer: ReturnType<typeof setInterval> | undefined;
    const stop = (): void => clearInterval(timer);
    this.addEventListener(
      'focusin',
      () => {
        stop();
        timer = setInterval(() => this.sync(), watchEvery);
      },
      { signal },
    );
    this.addEventListener('focusout', stop, { signal });
    signal.addEventListener('abort', () => {
      stop();
      this.#parts?.visible.remove();
      this.#parts?.region.remove();
      this.#parts = undefined;
    });
    const region = own('council-visually-hidden', 'aria-live', 'polite');
    this.#parts = {
      visible: own('council-character-count council-hint', 'aria-hidden', 'true'),
      region,
      announcer: new Announcer(region, signal),
    };
  }

  protected override sync(): void {
    const { control } = this;
    const limit = control && this.#limitOf(control);
    if (!limit || !this.#parts) return;
    const { visible, region, announcer } = this.#parts;
    const description = this.#descriptionOf(control, limit);
    description.classList.add('council-visually-hidden');
    if (description.nextSibling !== visible) description.after(visible, region);

    const used = limit.unit === 'words' ? countWords(control.value) : countText(control.value, limit.counts);
    const shown = used >= (limit.most * limit.threshold) / 100;
    const words = shown ? this.#sentence(limit, used) : '';
    const tooMany = used > limit.most;
    setWords(visible, words);
    visible.hidden = !shown;
    visible.classList.toggle('council-character-count--over', tooMany);
    // An error of the page's own keeps its look, whatever the count.
    const inError = tooMany || (this.getRootNode() as Document | ShadowRoot).getElementById(`${control.id}-error`) !== null;
    control.classList.toggle('council-textarea--error', inError);
    announcer.say(words);
  }

  #sentence({ unit, most }: Limit, used: number): string {
    const left = most - used;
    const key =
      left === 0
        ? ({ characters: 'noCharactersLeft', words: 'noWordsLeft' } as const)[unit]
        : (`${unit}${left < 0 ? 'TooMany' : 'Left'}` as const);
    return textareaMessages.say(key, this.language, { count: Math.abs(left) });
  }

  /** The limit that the host was given, or else the written textarea. */
  #limitOf(control: HTMLTextAreaElement): Limit | undefined {
    // The browser would cut what somebody pastes in order to shorten it: its limit becomes ours.
    if (control.hasAttribute('maxlength')) {
      control.dataset['maxCharacters'] ??= String(control.maxLength);
      control.removeAttribute('maxlength');
    }
    const { maxCharacters, characterUnit, maxWords, threshold } = control.dataset;
    const words = positive(this.maxWords) ?? positive(maxWords);
    const most = words ?? positive(this.maxCharacters) ?? positive(maxCharacters);
    if (most === undefined) return undefined;
    const counts = unitOf(this.characterUnit ?? characterUnit);
    return {
      most,
      unit: words === undefined ? 'characters' : 'words',
      counts,
      threshold: positive(this.threshold) ?? positive(threshold) ?? 0,
    };
  }

  /** The sentence that tells the limit; written here where the page has none. */
  #descriptionOf(control: HTMLTextAreaElement, limit: Limit): Element {
    const id = `${control.id}-info`;
    let description: Element | null = (this.getRootNode() as Document | ShadowRoot).getElementById(id);
    if (!description) {
      description = document.createElement('div');
      description.id = id;
      description.textContent = limitSentence(limit.most, limit.unit, this.language);
      control.after(description);
    }
    const described = (control.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean);
    if (!described.includes(id)) control.setAttribute('aria-describedby', [id, ...described].join(' '));
    return description;
  }
}

/** `characters` for anything else that an attribute can say. */
function unitOf(written: string | undefined): TextUnit {
  return units.find((unit) => unit === written) ?? 'characters';
}

function own(classNames: string, attribute: string, value: string): HTMLElement {
  const element = document.createElement('div');
  element.className = classNames;
  element.setAttribute(attribute, value);
  return element;
}

declare global {
  interface HTMLElementTagNameMap {
    'council-textarea': CouncilTextarea;
  }
}
