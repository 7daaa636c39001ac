import { foldText, render, setWords } from '@council-kit/core';
import { html, type TemplateResult } from 'lit';
import { Announcer } from '../field/announcer.ts';
import { choiceSearchMessages } from './choice-search.messages.ts';

function searchTemplate(id: string, language: string): TemplateResult {
  return html`<label class="council-label" for=${id}>${choiceSearchMessages.say('search', language)}</label
    ><input class="council-input" type="search" id=${id} autocomplete="off" spellcheck="false" enterkeyhint="search" />`;
}

/**
 * A field above many choices that narrows them to those with all the words typed: in their text, hint, keywords or heading.
 * It has no name, so it is no part of what the form sends. The choice that is made always stays in sight.
 */
export class ChoiceSearch {
  readonly #place = document.createElement('div');
  readonly #result = document.createElement('p');
  readonly #announcer: Announcer;
  #container: HTMLElement | undefined;
  #language = 'en';

  constructor(host: HTMLElement, signal: AbortSignal) {
    const field = document.createElement('div');
    const region = document.createElement('div');
    region.className = 'council-visually-hidden';
    region.setAttribute('role', 'status');
    this.#result.className = 'council-hint';
    this.#result.setAttribute('aria-hidden', 'true');
    this.#place.className = 'council-choices-search';
    this.#place.append(field, this.#result, region);
    this.#announcer = new Announcer(region, signal);
    this.#announcer.say('');
    this.#place.addEventListener('input', (event) => {
      // What is typed into the search is no answer: who listens for answers must not hear it.
      event.stopPropagation();
      this.#narrow();
    });
    this.#place.addEventListener('change', (event) => event.stopPropagation());
    this.#place.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      // Enter would send the form. Here it goes on to what was found.
      event.preventDefault();
      host.querySelector<HTMLElement>('.council-choices-item:not([hidden]) input:not(:disabled)')?.focus();
    });
    signal.addEventListener('abort', () => {
      this.#place.remove();
    });
  }

  /** Puts the field above the choices, where it is not already. */
  show(container: HTMLElement, language: string): void {
    this.#container = container;
    this.#language = language;
    const first = container.querySelector('input');
    const [field] = this.#place.children;
    if (field instanceof HTMLElement) render(searchTemplate(`${first?.id ?? 'council'}-search`, language), field);
    if (container.firstChild !== this.#place) container.prepend(this.#place);
    this.#narrow();
  }

  get #query(): string {
    return this.#place.querySelector('input')?.value.trim() ?? '';
  }

  #narrow(): void {
    const query = foldText(this.#query);
    const words = query.split(' ').filter(Boolean);
    const tight = words.join('');
    const items = [...(this.#container?.querySelectorAll<HTMLElement>('.council-choices-item') ?? [])];
    let found = 0;
    for (const item of items) {
      const group = item.closest('.council-choices-group');
      const text = foldText(
        [item.textContent, item.dataset['keywords'], group?.querySelector('.council-choices-heading')?.textContent].join(' '),
      );
      const matches = words.every((word) => text.includes(word)) || text.replaceAll(' ', '').includes(tight);
      if (matches) found += 1;
      item.hidden = !matches && item.querySelector('input')?.checked !== true;
    }
    for (const group of this.#container?.querySelectorAll<HTMLElement>('.council-choices-group') ?? []) {
      group.hidden = group.querySelector('.council-choices-item:not([hidden])') === null;
    }
    for (const divider of this.#container?.querySelectorAll<HTMLElement>('.council-choices-divider') ?? [])
      divider.hidden = words.length > 0;
    const places = { count: found, total: items.length, query: this.#query };
    const result = words.length === 0 ? '' : choiceSearchMessages.say(found === 0 ? 'none' : 'found', this.#language, places);
    setWords(this.#result, result);
    this.#result.hidden = result === '';
    this.#announcer.say(result);
  }
}
