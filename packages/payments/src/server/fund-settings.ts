/** What can be paid for, as a settings file says it: the contract's fund, held to what a resident would meet. */
import { setting } from '@council-kit/gateway';
import * as v from 'valibot';
import type { Fund, ReferenceFormat } from '../contract/fund.ts';
import { hasCardNumber, longestReference, readReference } from '../rules/reference.ts';

const { listOf, pattern, such, text, texts, wholeNumber, yesOrNo } = setting;

/** GOV.UK Pay takes from a penny to £100,000: https://docs.payments.service.gov.uk/making_payments/ */
const mostPence = 10_000_000;
const pence = (least: number) => wholeNumber(least, mostPence);

const checkDigit = v.pipe(
  v.strictObject({
    weights: v.pipe(v.array(wholeNumber(0, 1000), weights()), v.minLength(1, weights()), v.maxLength(30, weights())),
    modulus: wholeNumber(2, 97),
    complement: v.optional(yesOrNo, false),
    characters: v.optional(text('the character for each remainder, such as "0123456789X"'), '0123456789X'),
  }),
  v.check(
    ({ modulus, characters }) => characters.length >= modulus,
    'an object whose "characters" have one for each remainder: as many as "modulus" says',
  ),
);

function weights(): string {
  return 'a list of 1 to 30 whole numbers, such as [8, 7, 6, 5, 4, 3, 2]';
}

const exampleReference = {
  label: { en: 'What is your council tax account number?', cy: 'Beth yw rhif eich cyfrif treth gyngor?' },
  name: { en: 'Council tax account number', cy: 'Rhif cyfrif y dreth gyngor' },
  example: '501231231',
  patterns: ['[0-9]{9}'],
};

/** A reference on the council's letters: {@link ReferenceFormat}. */
export const referenceSettings = v.pipe(
  v.strictObject(
    {
      label: texts,
      name: texts,
      hint: v.optional(texts),
      help: v.optional(texts),
      example: text('a reference as it is on a letter, such as "501231231"'),
      patterns: listOf(pattern('[0-9]{9}', longestReference), 'a list of regular expressions, such as ["[0-9]{9}"]', { least: 1 }),
      drop: v.optional(pattern('/.*', longestReference)),
      checkDigit: v.optional(checkDigit),
    },
    such(exampleReference),
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const said = faultOfExample(dataset.value);
    if (said !== undefined)
      addIssue({
        message: said,
        path: [{ type: 'object', origin: 'value', input: dataset.value, key: 'example', value: dataset.value.example }],
      });
  }),
);

/** An example that the council's own form would refuse is one that residents cannot follow. */
function faultOfExample(format: ReferenceFormat): string | undefined {
  if (readReference(format.example, format).kind === 'reference') return undefined;
  if (hasCardNumber(format.example)) return 'a reference that cannot be taken for a card number: GOV.UK Pay refuses those';
  const withoutDigit = { ...format, checkDigit: undefined };
  return readReference(format.example, withoutDigit).kind === 'reference'
    ? 'a reference whose last character is the check digit that "checkDigit" works out'
    : `a reference that fits one of its own patterns, which are held against it in capitals, without spaces and hyphens: ${format.patterns.join(' or ')}`;
}

const code = 'lower-case letters, digits, "-" and "_", such as "council-tax"';

/** Something that can be paid for: {@link Fund}. */
export const fundSettings = v.pipe(
  v.strictObject(
    {
      id: v.pipe(v.string(code), v.regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, code)),
      name: texts,
      reference: referenceSettings,
      price: v.optional(pence(1)),
      limits: v.optional(
        v.pipe(
          v.strictObject({ least: v.optional(pence(1), 1), most: v.optional(pence(1), mostPence) }),
          v.check(({ least, most }) => least <= most, 'an object whose "least" is not more than its "most", in pence'),
        ),
        {},
      ),
      emailReceipt: v.optional(yesOrNo, false),
    },
    such({ id: 'council-tax', name: { en: 'Council tax', cy: 'Y dreth gyngor' }, reference: exampleReference }),
  ),
  v.check(
    ({ price, limits }) => price === undefined || (limits.least <= price && price <= limits.most),
    'a fund whose "price" is within its "limits"',
  ),
) satisfies v.GenericSchema<unknown, Fund>;
