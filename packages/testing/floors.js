/**
 * The floors of the house: what each package may import. Read by the linter; drawn in docs/architecture.md.
 * A new service is one new line: `name: service`.
 */
const ground = ['core', 'tokens'];
const primitives = [...ground, 'elements'];
const server = [...ground, 'gateway'];
const service = [...primitives, 'gateway', 'journeys', 'map'];

/** @type {Record<string, string[]>} */
export const floors = {
  tokens: [],
  core: [],
  elements: ground,
  gateway: ground,
  journeys: [...primitives, ...server],
  map: primitives,
  address: service,
  reports: [...service, 'address'],
  payments: [...service, 'address'],
  embed: [...service, 'address', 'reports', 'payments'],
  demo: [...service, 'address', 'reports', 'payments', 'embed', 'sandbox'],
  sandbox: [],
  testing: [...service, 'address', 'reports', 'payments', 'embed', 'sandbox', 'demo'],
  bench: [...service, 'address', 'reports', 'payments', 'embed', 'sandbox', 'demo', 'testing'],
};
