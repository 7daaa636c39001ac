import { readFile } from 'node:fs/promises';
import { SettingsError } from '@council-kit/gateway';
import * as v from 'valibot';
import { serviceKindSchema } from '../contract/service-kind.ts';
import { defaultServices } from '../services/default-services.ts';
import type { MapFeature, MapFeatures } from './place/council-map.ts';

const webAddress = v.pipe(
  v.string(),
  v.url('a whole address, such as "https://open311.example/v2"'),
  v.regex(/^https?:\/\//, 'an address that begins with https:// or http://'),
);

const mapFeatureSchema = v.object({
  type: v.literal('Feature'),
  properties: v.pipe(
    v.nullable(v.record(v.string(), v.unknown())),
    v.transform((properties) => properties ?? {}),
    v.object({
      name: v.optional(v.string()),
      name_cy: v.optional(v.string()),
      kind: v.optional(v.string()),
      /** Of a neighbour: where its residents report. */
      url: v.optional(webAddress),
    }),
  ),
  geometry: v.unknown(),
});

const featuresSchema: v.GenericSchema<unknown, readonly MapFeature[]> = v.union([
  v.pipe(
    v.object({ type: v.literal('FeatureCollection'), features: v.array(mapFeatureSchema) }),
    v.transform(({ features }) => features),
  ),
  v.pipe(
    mapFeatureSchema,
    v.transform((feature) => [feature]),
  ),
]);

/** A GeoJSON file's path, or the GeoJSON itself. */
const geojson = v.optional(
  v.union([v.pipe(v.string(), v.nonEmpty()), v.looseObject({ type: v.string() })], 'the path of a GeoJSON file, or GeoJSON'),
);

/** One Open311 server that reports are sent on to. */
const upstreamSchema = v.strictObject({
  /** Its name in our books: letters, digits and hyphens. Do not change it: what was sent is kept under it. */
  name: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, '1 to 40 lower-case letters, digits and hyphens')),
  /** The base URL of its GeoReport v2, to which `/requests.json` is added. */
  url: webAddress,
  jurisdictionId: v.optional(v.string()),
  apiKey: v.optional(v.string()),
  format: v.optional(v.picklist(['json', 'xml'], '"json" or "xml"'), 'json'),
  /** The codes of reports that go there; all unless given. The first server that takes a code gets it. */
  services: v.optional(v.array(v.string())),
  /** Its own service codes, by ours, where they differ. */
  serviceCodes: v.optional(v.record(v.string(), v.string()), {}),
  /** Photos go as files with the report, or as `media_url`s for it to fetch. */
  photos: v.optional(v.picklist(['files', 'urls'], '"files" or "urls"'), 'urls'),
  /** Whether contact details are handed on. */
  contact: v.optional(v.boolean(), true),
  /** The attribute that carries our own reference, the same at every attempt. */
  referenceAttribute: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,60}$/)), 'client_reference'),
  /** How long an answer may take. A report that was not answered by then is looked for before it is sent again. */
  timeoutSeconds: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(40)), 20),
  /** How often its updates are asked for. 0: never. */
  updatesEverySeconds: v.optional(v.pipe(v.number(), v.minValue(0)), 300),
});
/** See {@link upstreamSchema}. */
export type UpstreamSettings = v.InferOutput<typeof upstreamSchema>;

/** Who may see the staff pages. */
export interface Officer {
  /** Told apart in logs and tokens: an account's id, not a name. */
  readonly id: string;
  /** Shown on the page. */
  readonly name: string;
}
/** Given by the council: its own sign-in. Undefined where the request is nobody's. */
export type Authorise = (request: Request) => Officer | undefined | Promise<Officer | undefined>;

const wholeNumber = (from: number, to: number) => {
  const allowed = `a whole number from ${from} to ${to}`;
  return v.pipe(v.number(allowed), v.integer(allowed), v.minValue(from, allowed), v.maxValue(to, allowed));
};

/** The most hours that a photo waits for its report, and the token of who sent it is kept. */
export const mostUnusedHours = 48;

/** What residents' photos may cost. */
const photosSchema = v.strictObject({
  /** Hours that a photo waits for its report. As long as answers are kept (the gateway's `draftHours`) unless given. */
  unusedHours: v.optional(wholeNumber(1, mostUnusedHours)),
  /** Photos that one client may have waiting. */
  unusedPerClient: v.optional(wholeNumber(1, 100_000), 50),
  unusedMegabytesPerClient: v.optional(wholeNumber(1, 1_000_000), 100),
  /** Photos that all clients together may have waiting. */
  unusedInAll: v.optional(wholeNumber(1, 1_000_000), 5000),
  unusedMegabytesInAll: v.optional(wholeNumber(1, 10_000_000), 2000),
  /** What one client may hand in within 24 hours, with reports and without. */
  dailyMegabytesPerClient: v.optional(wholeNumber(1, 10_000_000), 1000),
  /** With less free on the disk that holds the photos, none are taken. Reports are. */
  leastFreeMegabytes: v.optional(wholeNumber(0, 10_000_000), 500),
  /** Photos that one process opens at the same time, each on a core of its own. */
  openedAtOnce: v.optional(wholeNumber(1, 64), 1),
});

/** What the settings file may hold for reports. */
export const settingsSchema = v.strictObject({
  /** The kinds of report; those of services/default-services.ts unless given. */
  services: v.optional(v.pipe(v.array(serviceKindSchema), v.minLength(1, 'a list of at least one service')), [...defaultServices]),
  /** Only these of the kinds, by code, in this order. */
  only: v.optional(v.pipe(v.array(v.string()), v.minLength(1, 'a list of at least one service code'))),
  map: v.optional(
    v.strictObject({
      boundary: geojson,
      wards: geojson,
      streets: geojson,
      /** Parks, greens, water: areas with a name of their own. Their property `kind` (park, water) says how they are drawn. */
      places: geojson,
      /** Councils around, with `name` and `url`. */
      neighbours: geojson,
      /** XYZ tiles to draw instead: `https://…/{z}/{x}/{y}.png`. */
      tiles: v.optional(v.pipe(v.string(), v.regex(/\{z\}.*\{x\}.*\{y\}|\{z\}.*\{y\}.*\{x\}/, 'an address with {z}, {x} and {y} in it'))),
      /** Who made the tiles, as their licence asks. */
      attribution: v.optional(v.string()),
    }),
    {},
  ),
  /** Days after which contact details are deleted. */
  keepContactDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650)), 90),
  /** Whether others may read descriptions (e-mail addresses, telephone numbers and the contact's own are blotted out). */
  publicDescriptions: v.optional(v.boolean(), true),
  /** Where to turn when it cannot be done here. */
  contact: v.optional(
    v.strictObject({
      text: v.strictObject({ en: v.string(), cy: v.string() }),
      telephone: v.optional(v.string()),
      email: v.optional(v.string()),
    }),
  ),
  open311: v.optional(
    v.strictObject({
      jurisdictionId: v.optional(v.string()),
      /** Who may add updates, and report where `keyForReports`. None: nobody may add updates. */
      apiKeys: v.optional(v.array(v.pipe(v.string(), v.minLength(8, 'a key of at least 8 characters'))), []),
      keyForReports: v.optional(v.boolean(), false),
      /** For the discovery document. */
      contact: v.optional(v.string(), ''),
      keyService: v.optional(v.string(), ''),
    }),
    {},
  ),
  photos: v.optional(photosSchema, {}),
  forward: v.optional(v.array(upstreamSchema), []),
  /** Off unless a council gives its own sign-in; so not from a settings file, but from its program. */
  staff: v.optional(
    v.strictObject(
      {
        authorise: v.custom<Authorise>(
          (value) => typeof value === 'function',
          'a function of the request (from a program, not from a settings file)',
        ),
      },
      'an object with the function "authorise", from a program',
    ),
  ),
});
/** See {@link settingsSchema}. */
export type ReportsSettings = v.InferOutput<typeof settingsSchema>;
export type ReportsSettingsInput = v.InferInput<typeof settingsSchema>;

/**
 * Reads the map's files.
 *
 * @throws SettingsError naming the setting, where a file cannot be read or is no GeoJSON
 */
export async function readMap(settings: ReportsSettings['map']): Promise<MapFeatures> {
  const features: Record<string, readonly MapFeature[]> = {};
  const { tiles: _tiles, attribution: _attribution, ...files } = settings;
  for (const [name, given] of Object.entries(files)) {
    if (given === undefined) continue;
    features[name] = await readFeatures(`map.${name}`, given);
  }
  return features;
}

async function readFeatures(setting: string, given: unknown): Promise<readonly MapFeature[]> {
  let value = given;
  if (typeof given === 'string') {
    try {
      value = JSON.parse(await readFile(given, 'utf8')) as unknown;
    } catch (error) {
      throw new SettingsError(
        `The setting "${setting}" in the settings of reports: ${given} cannot be read as GeoJSON (${error instanceof Error ? error.message : String(error)})`,
        {
          cause: error,
        },
      );
    }
  }
  const parsed = v.safeParse(featuresSchema, value);
  if (!parsed.success)
    throw new SettingsError(`The setting "${setting}" in the settings of reports: it must be a GeoJSON FeatureCollection or Feature`);
  return parsed.output;
}
