import type { Position } from '../position.ts';

/** The pin was put somewhere by the person at the map: `council-place-change`. */
export class PlaceChangeEvent extends Event {
  readonly position: Position;

  constructor(position: Position) {
    super('council-place-change', { bubbles: true, composed: true });
    this.position = position;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'council-place-change': PlaceChangeEvent;
  }
}
