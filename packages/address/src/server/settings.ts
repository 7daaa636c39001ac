import * as v from 'valibot';

const webAddress = v.pipe(
  v.string('must be a whole URL, such as https://api.os.uk/search/places/v1'),
  v.url('a whole URL, such as https://api.os.uk/search/places/v1'),
  v.regex(/^https?:\/\//, 'a URL that begins with https:// or http://'),
);
const wholeNumber = (from: number, to: number) => {
  const allowed = `a whole number from ${from} to ${to}`;
  return v.pipe(v.number(allowed), v.integer(allowed), v.minValue(from, allowed), v.maxValue(to, allowed));
};
const bothLanguages = v.strictObject({ en: v.string(), cy: v.string() });
const custodianCode = wholeNumber(1, 9999);
const gss = v.pipe(v.string(), v.regex(/^[EWSN]\d{8}$/, 'a GSS code, such as E09000013'));

/** What the settings file may hold for addresses. */
export const settingsSchema = v.pipe(
  v.strictObject({
    /** The one origin of addresses: Ordnance Survey's OS Places, or a gazetteer that was loaded with `council-addresses import`. */
    source: v.optional(v.picklist(['os-places', 'gazetteer'], '"os-places" or "gazetteer"'), 'gazetteer'),
    /** Whose addresses are meant. Left out: every council's are. */
    council: v.optional(
      v.strictObject({
        name: bothLanguages,
        /** GeoPlace's local custodian codes: one, and those of councils that were merged into it. */
        custodianCodes: v.pipe(v.array(custodianCode), v.minLength(1, 'a list of custodian codes')),
        gss: v.optional(v.array(gss), []),
      }),
    ),
    /** Who looks after the addresses on the other side of the border: for telling residents where to go. */
    neighbours: v.optional(
      v.array(
        v.strictObject({
          name: bothLanguages,
          custodianCode: v.optional(custodianCode),
          gss: v.optional(gss),
          url: v.optional(webAddress),
        }),
      ),
      [],
    ),
    osPlaces: v.optional(
      v.strictObject({
        url: v.optional(webAddress, 'https://api.os.uk/search/places/v1'),
        /** Of the council's project. It never leaves the gateway. */
        key: v.pipe(v.string(), v.nonEmpty('the key of the council’s project')),
        /** 10 with a live key, fewer with one in development: https://docs.os.uk/os-apis/core-concepts/rate-limiting-policy */
        requestsPerSecond: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(1000)), 10),
        /** Questions of one client that may go out to OS Places in a minute. */
        clientPerMinute: v.optional(wholeNumber(1, 100_000), 60),
        /** How long an answer is used again. 0: never. */
        cacheSeconds: v.optional(wholeNumber(0, 7 * 86_400), 3_600),
        /** The most answers that are kept. */
        cacheAnswers: v.optional(wholeNumber(0, 1_000_000), 2_000),
        timeoutMs: v.optional(wholeNumber(100, 60_000), 8_000),
      }),
    ),
    /** postcodes.io, the public one or the council's own: which council a postcode is in, and whether it is no longer used. Left out: nobody is asked. */
    postcodes: v.optional(v.strictObject({ url: webAddress, timeoutMs: v.optional(wholeNumber(100, 60_000), 3_000) })),
  }),
  v.check(
    ({ source, osPlaces }) => source !== 'os-places' || osPlaces !== undefined,
    'an object with "osPlaces", because its source is "os-places"',
  ),
);
/** See {@link settingsSchema}. */
export type AddressSettings = v.InferOutput<typeof settingsSchema>;
export type AddressSettingsInput = v.InferInput<typeof settingsSchema>;
