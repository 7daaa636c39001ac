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

/** The journey goes on at another address: a payment, a sign-in. Cancelable: prevented, the widget does not go there. */
export class JourneyContinueEvent extends Event {
  static readonly type = 'council-journey-continue';
  /** The journey's name. */
  readonly journey: string;
  readonly href: string;
  /** What the service calls what goes on there. */
  readonly reference: string | undefined;

  constructor(journey: string, href: string, reference?: string) {
    super(JourneyContinueEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.journey = journey;
    this.href = href;
    this.reference = reference;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'council-journey-step': JourneyStepEvent;
    'council-journey-submitted': JourneySubmittedEvent;
    'council-journey-continue': JourneyContinueEvent;
  }
}
