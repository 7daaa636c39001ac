import { setting } from '@council-kit/gateway';
import * as v from 'valibot';

const { baseAddress, listOf, number, secretText, texts, webAddress, wholeNumber } = setting;

const custodianCode = wholeNumber(1, 9999);
const gssAllowed = 'a GSS code, such as "E09000013"';
const gss = v.pipe(v.string(gssAllowed), v.regex(/^[EWSN]\d{8}$/, gssAllowed));
const codes = 'a list of custodian codes, such as [6991]';

/** What the settings file may hold for addresses. */
export const settingsSchema = v.strictObject({
  /** The one origin of addresses: Ordnance Survey's OS Places, or a gazetteer that was loaded with `council-addresses import`. */
  source: v.optional(v.picklist(['os-places', 'gazetteer'], '"os-places" or "gazetteer"'), 'gazetteer'),
  /** Whose addresses are meant. Left out: every council's are. */
  council: v.optional(
    v.strictObject({
      name: texts,
      /** GeoPlace's local custodian codes: one, and those of councils that were merged into it. */
      custodianCodes: listOf(custodianCode, codes, { least: 1 }),
      gss: v.optional(listOf(gss, 'a list of GSS codes, such as ["E09000013"]'), []),
    }),
  ),
  /** Who looks after the addresses on the other side of the border: for telling residents where to go. */
  neighbours: v.optional(
    v.array(
      v.strictObject({
        name: texts,
        custodianCode: v.optional(custodianCode),
        gss: v.optional(gss),
        url: v.optional(webAddress('https://www.neighbour.example')),
      }),
    ),
    [],
  ),
  osPlaces: v.optional(
    v.strictObject({
      url: v.optional(baseAddress('https://api.os.uk/search/places/v1'), 'https://api.os.uk/search/places/v1'),
      /** Of the council's project. It never leaves the gateway. */
      key: secretText('the key of the council’s project'),
      /** 10 with a live key, fewer with one in development: https://docs.os.uk/os-apis/core-concepts/rate-limiting-policy */
      requestsPerSecond: v.optional(number(0.1, 1000), 10),
      /** Questions of one client that may go out to OS Places in a minute. */
      clientPerMinute: v.optional(wholeNumber(1, 60_000), 60),
      /** How long an answer is used again. 0: never. */
      cacheSeconds: v.optional(wholeNumber(0, 7 * 86_400), 3_600),
      /** The most answers that are kept. */
      cacheAnswers: v.optional(wholeNumber(0, 1_000_000), 2_000),
      timeoutMs: v.optional(wholeNumber(100, 60_000), 8_000),
    }),
  ),
  /** postcodes.io, the public one or the council's own: which council a postcode is in, and whether it is no longer used. Left out: nobody is asked. */
  postcodes: v.optional(
    v.strictObject({ url: baseAddress('https://api.postcodes.io'), timeoutMs: v.optional(wholeNumber(100, 60_000), 3_000) }),
  ),
});
/** See {@link settingsSchema}. */
export type AddressSettings = v.InferOutput<typeof settingsSchema>;
export type AddressSettingsInput = v.InferInput<typeof settingsSchema>;
