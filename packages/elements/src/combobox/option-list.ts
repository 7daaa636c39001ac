import { render } from '@council-kit/core';
import type { ComboboxItem } from './option-index.ts';
import { optionListTemplate } from './option-list.template.ts';

/** Options rendered at once: more than a screen holds, few enough for an old phone between two keys. More come as one goes on. */
const portion = 40;

/** The list of a combobox: what is in it, which option would be chosen, whether it is shown. */
export class OptionList {
  readonly element: HTMLElement = document.createElement('div');
  #items: readonly ComboboxItem[] = [];
  #active = -1;
  #shown = portion;

  constructor(choose: (item: ComboboxItem) => void) {
    const { element } = this;
    element.className = 'council-combobox-list';
    element.setAttribute('role', 'listbox');
    element.hidden = true;
    // The focus stays in the field, also where the list's own scroll bar is pressed.
    element.addEventListener('mousedown', (event) => event.preventDefault());
    element.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
      const item = this.#items[Number(option?.getAttribute('aria-posinset') ?? 0) - 1];
      if (item) choose(item);
    });
    element.addEventListener('scroll', () => {
      const { scrollTop, clientHeight, scrollHeight } = element;
      if (scrollTop + 2 * clientHeight > scrollHeight) this.#renderAtLeast(this.#shown + portion);
    });
  }

  get items(): readonly ComboboxItem[] {
    return this.#items;
  }
  /** What Enter would choose. */
  get active(): ComboboxItem | undefined {
    return this.#items[this.#active];
  }
  get activeId(): string | undefined {
    return this.active && `${this.element.id}-${String(this.#active)}`;
  }
  get open(): boolean {
    return !this.element.hidden;
  }

  show(items: readonly ComboboxItem[]): void {
    const { element } = this;
    if (items !== this.#items) {
      this.#items = items;
      this.#active = -1;
      this.#shown = portion;
      element.scrollTop = 0;
    }
    element.hidden = items.length === 0;
    this.#render();
  }

  /** More of the same list has come: what is gone through stays where it is. */
  extend(items: readonly ComboboxItem[]): void {
    this.#items = items;
    this.#render();
  }

  hide(): void {
    this.element.hidden = true;
    this.#active = -1;
    this.#items = [];
  }

  /** Goes up or down; above the first is the field itself. */
  go(by: 1 | -1): void {
    const last = this.#items.length - 1;
    this.#active = this.#active === -1 && by === -1 ? Math.min(last, this.#shown - 1) : Math.max(-1, Math.min(last, this.#active + by));
    this.#renderAtLeast(this.#active + 2);
    this.element.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  #renderAtLeast(count: number): void {
    while (this.#shown < Math.min(count, this.#items.length)) this.#shown += portion;
    this.#render();
  }

  #render(): void {
    if (!this.open) return;
    const { element } = this;
    render(
      optionListTemplate({
        id: element.id,
        items: this.#items.slice(0, this.#shown),
        total: this.#items.length,
        active: this.#active,
      }),
      element,
    );
  }
}
