/** What residents report in a year, and how each report goes on. */
import type { ServiceKind } from '@council-kit/reports';
import type { ExtendedStatus } from '@council-kit/sandbox';
import { councilMap } from '../council/council-map.ts';
import type { Chance } from './chance.ts';
import { person } from './people.ts';
import { picturedKinds } from './pictures.ts';
import { descriptions, notes, refusedDescriptions, whereabouts } from './words.ts';

const day = 86_400_000;

/** A report that a resident makes. */
export interface PlannedReport {
  readonly at: number;
  readonly language: 'en' | 'cy';
  /** The body of `POST /reports`, without its photos: they are uploaded first. */
  readonly report: Readonly<Record<string, unknown>>;
  readonly kind: string;
  /** Which of the kind's pictures. */
  readonly photos: readonly number[];
  readonly updates: readonly PlannedUpdate[];
}

/** A change that an officer makes in the back office. */
export interface PlannedUpdate {
  readonly at: number;
  readonly status: keyof typeof notes & ExtendedStatus;
  readonly note: string;
}

/** Kinds that come in more often than others, as in any council. Others count 2. */
const often: Readonly<Record<string, number>> = {
  'fly-tipping': 9,
  pothole: 8,
  'missed-bin': 6,
  'street-light': 5,
  litter: 4,
  overgrown: 3,
  'dog-fouling': 3,
};

/** Ways a report goes, each as often as its weight. The last status is where it rests once it is old. */
const ways: readonly (readonly [readonly PlannedUpdate['status'][], number])[] = [
  [['investigating', 'fixed'], 26],
  [['investigating', 'action_scheduled', 'in_progress', 'fixed'], 22],
  [['for_triage', 'planned', 'fixed'], 8],
  [['investigating', 'planned', 'in_progress', 'fixed'], 8],
  [['no_further_action'], 9],
  [['investigating', 'no_further_action'], 5],
  [['duplicate'], 7],
  [['investigating', 'not_councils_responsibility'], 7],
  [['for_triage', 'internal_referral'], 4],
  [['cancelled'], 2],
  [['closed'], 2],
];

export interface YearOfReports {
  readonly count: number;
  /** How many of them the back office refuses. */
  readonly refused: number;
  readonly from: number;
  readonly to: number;
}

export async function planReports(
  kinds: readonly ServiceKind[],
  { count, refused, from, to }: YearOfReports,
  chance: Chance,
): Promise<readonly PlannedReport[]> {
  const { streets } = await councilMap();
  const lines = streets.features.flatMap(({ geometry, properties }) =>
    geometry.type === 'LineString' ? [{ name: String(properties?.['name']), points: geometry.coordinates }] : [],
  );
  const weighted = kinds.map((kind) => [kind, often[kind.service_code] ?? 2] as const);
  const planned = Array.from({ length: count }, (_, index): PlannedReport => {
    // Every kind at least once, then as often as it comes.
    const kind = kinds[index] ?? chance.pickWeighted(weighted);
    const at = Math.min(daytime(from + chance.share() * (to - from), chance), to);
    const street = chance.pick(lines);
    const [long = 0, lat = 0] = pointOn(street.points, chance);
    const pictured = picturedKinds.includes(kind.service_code);
    const who = chance.share() < 0.6 ? person(chance) : undefined;
    return {
      at,
      language: chance.oneIn(8) ? 'cy' : 'en',
      kind: kind.service_code,
      photos: pictured && chance.oneIn(5) ? chance.pick([[0], [1], [2], [0, 1]]) : [],
      updates: updatesOf(at, to, chance),
      report: {
        service_code: kind.service_code,
        ...(chance.share() < 0.8 ? { lat, long, accuracy: chance.whole(4, 40) } : {}),
        address_string: chance
          .pick(whereabouts)
          .replace('{street}', street.name)
          .replace('{number}', String(chance.whole(1, 90))),
        description: chance.pick(descriptions[kind.service_code] ?? ['There is a problem here.']),
        attributes: answers(kind, chance),
        contact: who === undefined ? {} : { name: who.name, ...(chance.oneIn(3) ? { phone: who.phone } : { email: who.email }) },
      },
    };
  });
  planned.sort((a, b) => a.at - b.at);
  // Of every twenty of the newest one is refused: officers find them on the first page.
  refusedDescriptions.slice(0, refused).forEach((description, index) => {
    const place = count - 2 - 20 * index;
    const report = planned[place];
    if (report) planned[place] = { ...report, updates: [], report: { ...report.report, description } };
  });
  return planned;
}

function answers(kind: ServiceKind, chance: Chance): Record<string, string | string[]> {
  const given: Record<string, string | string[]> = {};
  for (const { code, datatype, values, required } of kind.attributes) {
    if (datatype === 'singlevaluelist') given[code] = chance.pick(values).key;
    else if (datatype === 'multivaluelist') given[code] = [chance.pick(values).key];
    else if (required !== undefined) given[code] = 'Grey Ford Transit';
  }
  return given;
}

function updatesOf(reported: number, to: number, chance: Chance): PlannedUpdate[] {
  const updates: PlannedUpdate[] = [];
  let at = reported;
  for (const status of chance.pickWeighted(ways)) {
    at = daytime(at + day * (1 + chance.share() * 11), chance);
    // Nothing has happened yet that would happen after today.
    if (at >= to) break;
    updates.push({ at, status, note: chance.pick(notes[status]) });
  }
  return updates;
}

/** The same day between 7am and 10pm. */
function daytime(at: number, chance: Chance): number {
  return Math.floor(at / day) * day + (7 + chance.share() * 15) * 3_600_000;
}

function pointOn(points: readonly (readonly number[])[], chance: Chance): readonly number[] {
  const index = chance.whole(0, Math.max(0, points.length - 2));
  const [a = [0, 0], b = a] = [points[index], points[index + 1]];
  const along = chance.share();
  return [0, 1].map((axis) => (a[axis] ?? 0) + along * ((b[axis] ?? 0) - (a[axis] ?? 0)));
}
