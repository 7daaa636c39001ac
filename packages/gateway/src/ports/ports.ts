/**
 * Ports: how services meet without importing each other. Each port is a small typed contract in a file beside this one. A service
 * offers an implementation when it is set up (`ServiceParts.offers`); another asks the gateway for all of them (`context.ports.all()`).
 */

/** What every implementation of a port has. */
export interface PortOffer {
  /** Names it among the port's other implementations: `reports`, `payments`. */
  readonly id: string;
}

declare const offered: unique symbol;

/** One contract. Make it with {@link definePort}. */
export interface Port<Offer extends PortOffer> {
  readonly name: string;
  /** Exists for the type only. */
  readonly [offered]?: Offer;
}

/** One implementation of one port. Make it with {@link offer}. */
export interface Offered {
  readonly port: string;
  readonly offer: PortOffer;
}

/** What other services of this gateway offer. */
export interface Ports {
  /**
   * Every implementation of a port, in the order of the services in the settings.
   * @throws Error while services are still being set up: some are missing then. Ask when you need them.
   */
  all<Offer extends PortOffer>(port: Port<Offer>): readonly Offer[];
}

/** Names a contract. */
export function definePort<Offer extends PortOffer>(name: string): Port<Offer> {
  return { name };
}

/**
 * Offers an implementation.
 * @example
 * setUp: (context) => ({ offers: [offer(accountSource, reportsSource(context))] })
 */
export function offer<Offer extends PortOffer>(port: Port<Offer>, implementation: Offer): Offered {
  return { port: port.name, offer: implementation };
}

/** The implementations of one gateway. */
export class PortDirectory implements Ports {
  readonly #offers = new Map<string, { readonly service: string; readonly offer: PortOffer }[]>();
  #complete = false;

  /** @throws Error naming both services, where a second one offers the same id */
  add(service: string, { port, offer: added }: Offered): void {
    const all = this.#offers.get(port) ?? [];
    const same = all.find(({ offer: other }) => other.id === added.id);
    if (same)
      throw new Error(
        `Two services offer "${added.id}" for the port "${port}": ${same.service} and ${service}. Each needs an id of its own.`,
      );
    this.#offers.set(port, [...all, { service, offer: added }]);
  }

  /** Every service has been set up. */
  complete(): void {
    this.#complete = true;
  }

  all<Offer extends PortOffer>(port: Port<Offer>): readonly Offer[] {
    if (!this.#complete)
      throw new Error(`The port "${port.name}" was asked during set-up, when some services are still missing. Ask when you need it.`);
    // `offer()` only takes an implementation of its port's type.
    return (this.#offers.get(port.name) ?? []).map(({ offer: implementation }) => implementation as Offer);
  }
}
