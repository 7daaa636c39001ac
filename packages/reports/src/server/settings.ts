import { setting } from '@council-kit/gateway';
import * as v from 'valibot';
import { serviceKindSchema } from '../contract/service-kind.ts';
import { defaultServices } from '../services/default-services.ts';

const { baseAddress, contact, filePath, listOf, number, secretText, staff, text, wholeNumber, yesOrNo } = setting;

/** A GeoJSON file's path, or the GeoJSON itself. */
const geojson = v.optional(
  v.union(
    [filePath('boundary.geojson'), v.looseObject({ type: v.string() })],
    'the path of a GeoJSON file, such as "boundary.geojson", or GeoJSON',
  ),
);

const upstreamName = '1 to 40 lower-case letters, digits and hyphens, such as "highways"';
const attribute = '1 to 60 letters, digits, "-" and "_", such as "client_reference"';
const code = 'the code of a kind of report, such as "pothole"';
const codes = listOf(text(code), 'a list of at least one code of a kind of report, such as ["pothole"]', { least: 1 });

/** One Open311 server that reports are sent on to. */
const upstreamSchema = v.strictObject({
  /** Its name in our books: letters, digits and hyphens. Do not change it: what was sent is kept under it. */
  name: v.pipe(v.string(upstreamName), v.regex(/^[a-z0-9-]{1,40}$/, upstreamName)),
  /** The base URL of its GeoReport v2, to which `/requests.json` is added. */
  url: baseAddress('https://open311.supplier.example/v2'),
  jurisdictionId: v.optional(text('a jurisdiction, such as "council.example"')),
  apiKey: v.optional(secretText('the key that the server has given the council')),
  format: v.optional(v.picklist(['json', 'xml'], '"json" or "xml"'), 'json'),
  /** The codes of reports that go there; all unless given. The first server that takes a code gets it. */
  services: v.optional(codes),
  /** Its own service codes, by ours, where they differ. */
  serviceCodes: v.optional(v.record(text(code), text('the other system’s own code'), 'an object such as { "pothole": "POT" }'), {}),
  /** Photos go as files with the report, or as `media_url`s for it to fetch. */
  photos: v.optional(v.picklist(['files', 'urls'], '"files" or "urls"'), 'urls'),
  /** Whether contact details are handed on. */
  contact: v.optional(yesOrNo, true),
  /** The attribute that carries our own reference, the same at every attempt. */
  referenceAttribute: v.optional(v.pipe(v.string(attribute), v.regex(/^[A-Za-z0-9_-]{1,60}$/, attribute)), 'client_reference'),
  /** How long an answer may take. A report that was not answered by then is looked for before it is sent again. */
  timeoutSeconds: v.optional(number(0.1, setting.longestAnswerMs / 1000), 20),
  /** How often its updates are asked for. 0: never. */
  updatesEverySeconds: v.optional(number(0, 86_400), 300),
});
/** See {@link upstreamSchema}. */
export type UpstreamSettings = v.InferOutput<typeof upstreamSchema>;

const tiles = 'an address with {z}, {x} and {y} in it, such as "https://tiles.council.example/{z}/{x}/{y}.png"';

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
  services: v.optional(listOf(serviceKindSchema, 'a list of at least one kind of report', { least: 1 }), [...defaultServices]),
  /** Only these of the kinds, by code, in this order. */
  only: v.optional(codes),
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
      tiles: v.optional(
        v.pipe(
          v.string(tiles),
          v.check(
            (address) => /^(?:https?:\/\/[^/\s]|\/)\S*$/.test(address) && ['{z}', '{x}', '{y}'].every((part) => address.includes(part)),
            tiles,
          ),
        ),
      ),
      /** Who made the tiles, as their licence asks. */
      attribution: v.optional(text('the words that the tiles’ licence asks for')),
    }),
    {},
  ),
  /** Days after which contact details are deleted. */
  keepContactDays: v.optional(wholeNumber(1, 3650), 90),
  /** Whether others may read descriptions (e-mail addresses, telephone numbers and the contact's own are blotted out). */
  publicDescriptions: v.optional(yesOrNo, true),
  /** Where to turn when it cannot be done here. */
  contact: v.optional(contact),
  open311: v.optional(
    v.strictObject({
      jurisdictionId: v.optional(text('a jurisdiction, such as "council.example"')),
      /** Who may add updates, and report where `keyForReports`. None: nobody may add updates. */
      apiKeys: v.optional(listOf(secretText('a key of at least 8 characters that nobody can guess', 8), 'a list of keys'), []),
      keyForReports: v.optional(yesOrNo, false),
      /** For the discovery document. */
      contact: v.optional(v.string(), ''),
      keyService: v.optional(v.string(), ''),
    }),
    {},
  ),
  photos: v.optional(photosSchema, {}),
  forward: v.optional(listOf(upstreamSchema, 'a list of Open311 servers with different names', { key: ({ name }) => name }), []),
  /** The council's own sign-in, from its program. Without it there are no staff pages. */
  staff,
});
/** See {@link settingsSchema}. */
export type ReportsSettings = v.InferOutput<typeof settingsSchema>;
export type ReportsSettingsInput = v.InferInput<typeof settingsSchema>;
