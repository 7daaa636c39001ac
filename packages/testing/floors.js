/**
 * Which packages each package may import. The linter, the build and the tests read it from here; docs/architecture.md draws it.
 *
 * Every `package.json` names its own floor, so a new package is listed nowhere else:
 *
 *     "councilKit": { "floor": 3, "beside": ["address"] }
 *
 * - `floor`: a number, lowest first. A package may import every package on a lower floor. `"apart"`: it imports none, and only
 *   packages that name it in `beside` may import it.
 * - `beside`: packages on its own floor, or apart, that it may import as well.
 * - `without`: packages on lower floors that it must do without.
 * - `tool`: true for a package that only serves those who work on the others. It is never built.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** @typedef {{ floor: number | 'apart', beside?: string[], without?: string[], tool?: boolean }} Place */

const folder = new URL('../', import.meta.url);

/**
 * @param {string} name
 * @returns {Place}
 */
function placeOf(name) {
  const { councilKit: place } = JSON.parse(readFileSync(new URL(`${name}/package.json`, folder), 'utf8'));
  const floor = place?.floor;
  if (floor !== 'apart' && !Number.isInteger(floor))
    throw new Error(`packages/${name}/package.json names no floor. Add "councilKit": { "floor": 3 }: see docs/architecture.md.`);
  return place;
}

/** @param {Record<string, Place>} places */
export function floorsOf(places) {
  const names = Object.keys(places);
  const height = (/** @type {string} */ name) => (places[name].floor === 'apart' ? -1 : places[name].floor);
  /** @type {Record<string, string[]>} */
  const floors = {};
  for (const name of names.sort((one, other) => height(one) - height(other) || one.localeCompare(other))) {
    const { floor, beside = [], without = [] } = places[name];
    for (const other of [...beside, ...without])
      if (!(other in places)) throw new Error(`packages/${name}/package.json names "${other}", but there is no such package.`);
    for (const other of beside)
      if (places[other].floor !== 'apart' && places[other].floor !== floor)
        throw new Error(`packages/${name}/package.json has "${other}" in "beside", but it is on floor ${places[other].floor}.`);
    const below = names.filter((other) => floor !== 'apart' && places[other].floor !== 'apart' && height(other) < floor);
    floors[name] = [...below.filter((other) => !without.includes(other)), ...beside];
  }
  for (const [name, below] of Object.entries(floors))
    for (const other of below)
      if (floors[other].includes(name)) throw new Error(`"${name}" and "${other}" name each other in "beside": one of the two must go.`);
  return floors;
}

const names = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/package.json`, folder)));
const places = Object.fromEntries(names.map((name) => [name, placeOf(name)]));

/** @type {Record<string, string[]>} */
export const floors = floorsOf(places);

/** Packages that serve those who work on the others. */
export const tools = names.filter((name) => places[name].tool);
