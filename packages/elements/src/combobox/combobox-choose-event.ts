import type { ComboboxItem } from './option-index.ts';

/** Somebody chose one of the options. Not told while they go through them. */
export class ComboboxChooseEvent<Item extends ComboboxItem = ComboboxItem> extends Event {
  readonly item: Item;

  constructor(item: Item) {
    super('council-combobox-choose', { bubbles: true, composed: true });
    this.item = item;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'council-combobox-choose': ComboboxChooseEvent;
  }
}
