/** A page of the journey is shown. Tells where, and nothing of what was answered. */
export class JourneyStepEvent extends Event {
  static readonly type = 'council-journey-step';
  /** The journey's name. */
  readonly journey: string;
  /** The page's address: a step's id, `check`, `confirmation`. */
  readonly address: string;

  constructor(journey: string, address: string) {
    super(JourneyStepEvent.type, { bubbles: true, composed: true });
    this.journey = journey;
    this.address = address;
  }
}

/** The answers were taken in. */
export class JourneySubmittedEvent extends Event {
  static readonly type = 'council-journey-submitted';
  /** The journey's name. */
  readonly journey: string;
  readonly reference: string;

  constructor(journey: string, reference: string) {
    super(JourneySubmittedEvent.type, { bubbles: true, composed: true });
    this.journey = journey;
    this.reference = reference;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'council-journey-step': JourneyStepEvent;
    'council-journey-submitted': JourneySubmittedEvent;
  }
}
