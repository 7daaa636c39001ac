/** What would a bill be: from a band and who lives there, of nobody in particular. What is asked can be in a link: none of it is personal. */
import type { FieldError, Text } from '@council-kit/core';
import { cutText, inLanguage } from '@council-kit/core';
import type { Bill, CouncilTaxCharges } from '../contract/bill.ts';
import type { Band, Reduction } from '../contract/billing.ts';
import { bandsOf } from './bands.ts';
import { billOf } from './bill.ts';
import { calculationMessages as messages } from './calculation.messages.ts';
import { firstDayOf, isoDay, lastDayOf } from './days.ts';

/** Who lives in the home, as far as it changes the bill. `empty-5`: nobody, for five years and more. */
export type Household = 'several' | 'one' | 'none-counted' | 'students' | 'second-home' | `empty-${number}` | 'nobody';

/** One household that can be picked, with what the council adds for it. */
export interface HouseholdChoice {
  readonly household: Household;
  /** Per cent. */
  readonly premium?: number;
  /** Of a home that is empty: for so many years and more, but for fewer than the next. */
  readonly years?: number;
  readonly lessThan?: number;
}

/** The households that make a difference in this council, in the order in which they are asked about. */
export function householdsOf({ premiums }: Pick<CouncilTaxCharges, 'premiums'>): readonly HouseholdChoice[] {
  const { secondHome = 0, empty = [] } = premiums ?? {};
  const tiers = [...empty].sort((one, other) => one.years - other.years);
  return [
    { household: 'several' },
    { household: 'one' },
    { household: 'none-counted' },
    { household: 'students' },
    ...(secondHome > 0 ? [{ household: 'second-home', premium: secondHome } as const] : []),
    ...tiers.map(({ years, percent }, index): HouseholdChoice => {
      const lessThan = tiers[index + 1]?.years;
      return { household: `empty-${years}`, premium: percent, years, ...(lessThan === undefined ? {} : { lessThan }) };
    }),
    { household: 'nobody' },
  ];
}

/** What is asked. Written in addresses under these names. */
export interface Calculation {
  /** One of the council's areas; the first unless given. */
  readonly area: string;
  readonly band: Band;
  readonly household: Household;
  /** The home was adapted for a disabled person. */
  readonly adapted: boolean;
  /** The first day, where somebody moves in within the year. */
  readonly from?: string;
  /** The last day, where somebody moves out. */
  readonly to?: string;
}

/** As it was typed, for the form to show again. */
export type Typed = Readonly<Record<string, string>>;

/** What was asked, read; or what is wrong with it. Undefined where nothing was asked yet. */
export type ReadCalculation =
  { readonly kind: 'calculation'; readonly calculation: Calculation } | { readonly kind: 'errors'; readonly errors: readonly FieldError[] };

/** Reads a date as it is typed: gives ISO 8601, or undefined where there is no such day. */
export type ReadDate = (day: string, month: string, year: string) => string | undefined;

/** The names that a calculation has in a form and in an address. `asked` is sent by the form alone: see {@link readCalculation}. */
export const calculationFields = ['area', 'band', 'household', 'adapted', 'asked'] as const;
const dateParts = ['day', 'month', 'year'] as const;

/** What of a form or an address belongs to a calculation. Everything else is the page's own. */
export function typedIn(values: URLSearchParams | FormData): Typed {
  const names = [...calculationFields, ...['from', 'to'].flatMap((date) => dateParts.map((part) => `${date}-${part}`))];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values.get(name);
      return typeof value === 'string' && value.trim() !== '' ? [[name, cutText(value.trim(), 64, 'code-units')] as const] : [];
    }),
  );
}

/**
 * Reads what was typed. What is missing is an error once the form was sent. A link that fills in some of the answers, such as
 * `?band=D`, asks for the others.
 */
export function readCalculation(
  typed: Typed,
  charges: CouncilTaxCharges,
  readDate: ReadDate,
  language: string,
): ReadCalculation | undefined {
  if (Object.keys(typed).length === 0) return undefined;
  const errors: FieldError[] = [];
  const wrong = (field: string, message: Text): void => void errors.push({ field, message: inLanguage(message, language) });
  const area = charges.areas.find(({ id }) => id === typed['area']) ?? (charges.areas.length === 1 ? charges.areas[0] : undefined);
  if (!area) wrong('area', messages.areaRequired);
  const band = bandsOf(charges.nation).find((each) => each === typed['band']?.toUpperCase());
  if (!band) wrong('band', messages.bandRequired);
  const household = householdsOf(charges).find((each) => each.household === typed['household'])?.household;
  if (!household) wrong('household', messages.householdRequired);
  const day = (name: 'from' | 'to'): string | undefined => {
    const parts = dateParts.map((part) => typed[`${name}-${part}`] ?? '');
    if (parts.every((part) => part === '')) return undefined;
    const [date = '', month = '', year = ''] = parts;
    const read = readDate(date, month, year);
    if (read === undefined) wrong(name, messages.dateUnreadable[name]);
    else if (read < firstDayOf(charges.year) || read > lastDayOf(charges.year))
      wrong(name, messages.dateOutside[name](String(charges.year), String(charges.year + 1)));
    else return read;
    return undefined;
  };
  const [from, to] = [day('from'), day('to')];
  if (from !== undefined && to !== undefined && to < from) wrong('to', messages.datesReversed);
  if (errors.length > 0 || !area || !band || !household) return typed['asked'] === 'yes' ? { kind: 'errors', errors } : undefined;
  const adapted = typed['adapted'] === 'yes';
  return {
    kind: 'calculation',
    calculation: { area: area.id, band, household, adapted, ...(from ? { from } : {}), ...(to ? { to } : {}) },
  };
}

/** The bill of it, as the council would issue it: in March for the whole year or, for who moves in later, on the day they do. */
export function calculate(calculation: Calculation, charges: CouncilTaxCharges): Bill {
  const { year, nation, order, instalments } = charges;
  const area = charges.areas.find(({ id }) => id === calculation.area) ?? charges.areas[0];
  const from = calculation.from ?? firstDayOf(year);
  const issued = calculation.from ?? isoDay(year, 3, 15);
  return billOf(
    {
      account: '',
      postcode: '',
      year,
      nation,
      property: [],
      issued,
      authorities: area?.authorities ?? [],
      liabilities: [
        { from, to: calculation.to ?? lastDayOf(year), band: calculation.band, reductions: reductionsOf(calculation, charges) },
      ],
      broughtForward: 0,
      received: [],
      directDebit: false,
    },
    { asOf: issued, ...(order ? { order } : {}), ...(instalments ? { instalments } : {}) },
  );
}

/**
 * Local Government Finance Act 1992, section 11: a quarter for one adult, half where nobody counts. Students alone are exempt (SI 1992/558, class N),
 * and so are only people under 18 (S) or with a severe mental impairment (U).
 */
function reductionsOf({ household, adapted }: Calculation, charges: CouncilTaxCharges): Reduction[] {
  const discountOf = (code: string, percent: number, name: Text): Reduction => ({ kind: 'discount', code, percent, name });
  const discounts: Partial<Readonly<Record<Household, Reduction>>> = {
    one: discountOf('single-person', 25, messages.single),
    'none-counted': discountOf('none-counted', 50, messages.noneCounted),
    students: discountOf('exempt', 100, messages.exempt),
  };
  const discount = discounts[household];
  const { premium: percent = 0, years } = householdsOf(charges).find((each) => each.household === household) ?? {};
  const name = years === undefined ? messages.secondHome : messages.empty;
  return [
    ...(adapted ? [{ kind: 'disability', code: 'disabled-band', name: messages.adapted } as const] : []),
    ...(discount ? [discount] : []),
    ...(percent > 0 ? [{ kind: 'premium', code: household, percent, name } as const] : []),
  ];
}

/** What a calculation is in an address: `band=D&household=one`. */
export function addressOf(typed: Typed): string {
  return new URLSearchParams(typed).toString();
}
