import type { Address } from '../contract/address.ts';

/** Another address was chosen or written, or the one there was is gone. */
export class AddressChangeEvent extends Event {
  /** Undefined while there is none. */
  readonly address: Address | undefined;

  constructor(address: Address | undefined) {
    super('council-address-change', { bubbles: true, composed: true });
    this.address = address;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'council-address-change': AddressChangeEvent;
  }
}
