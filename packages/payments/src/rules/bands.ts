/**
 * What a band pays of band D. England: Local Government Finance Act 1992, section 5(1), in ninths. Wales adds band I (section 5(1A)).
 * Scotland: section 74(1), with the proportions of bands E to H of SSI 2016/368, in 360ths; water and sewerage, billed with the tax there, have kept to
 * the ninths (Scottish Water's charges: https://www.scottishwater.co.uk/your-home/your-charges).
 */
import type { AuthorityKind, Band, Nation } from '../contract/billing.ts';

/** A share of band D. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

const ninths = { A: 6, B: 7, C: 8, D: 9, E: 11, F: 13, G: 15, H: 18 };

const numerators: Readonly<Record<Nation, { readonly of: number; readonly bands: Partial<Readonly<Record<Band, number>>> }>> = {
  england: { of: 9, bands: ninths },
  wales: { of: 9, bands: { ...ninths, I: 21 } },
  scotland: { of: 360, bands: { A: 240, B: 280, C: 320, D: 360, E: 473, F: 585, G: 705, H: 882 } },
};

const schemeOf = (nation: Nation, kind: AuthorityKind): (typeof numerators)[Nation] =>
  numerators[nation === 'scotland' && kind === 'water' ? 'england' : nation];

/** The bands of a nation, cheapest first. */
export function bandsOf(nation: Nation): readonly Band[] {
  return Object.keys(numerators[nation].bands) as Band[];
}

/**
 * What a band pays of band D, of what an authority of some kind asks for.
 *
 * @throws RangeError where the nation has no such band
 */
export function fractionOf(band: Band, nation: Nation, kind: AuthorityKind = 'council'): Fraction {
  const { of, bands } = schemeOf(nation, kind);
  const numerator = bands[band];
  if (numerator === undefined) throw new RangeError(`There is no band ${band} in ${nation}.`);
  return { numerator, denominator: of };
}

/**
 * What a home counts as that was adapted for a disabled person: one band lower; in band A, five ninths of band D
 * (England: SI 1992/554 as amended by SI 1999/1004, regulation 4; Wales and Scotland alike).
 */
export function disabledFractionOf(band: Band, nation: Nation, kind: AuthorityKind = 'council'): Fraction & { readonly countsAs: Band } {
  const bands = bandsOf(nation);
  const below = bands[bands.indexOf(band) - 1];
  if (below !== undefined) return { ...fractionOf(below, nation, kind), countsAs: below };
  const { of } = schemeOf(nation, kind);
  return { numerator: (of * 5) / 9, denominator: of, countsAs: band };
}
