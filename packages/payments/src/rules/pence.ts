/** Arithmetic in whole pence. Every operation is exact: no result passes through a fraction of a penny that is not rounded at once. */

/** `amount × numerator ÷ denominator` to the nearest penny, half a penny up. None of them negative. */
export function share(amount: number, numerator: number, denominator: number): number {
  // The remainder of two whole numbers is exact, so no quotient is rounded on the way.
  const doubled = 2 * amount * numerator + denominator;
  const divisor = 2 * denominator;
  return (doubled - (doubled % divisor)) / divisor;
}

/** A percentage of an amount, to the nearest penny. Percentages are read to a hundredth: 33.33. */
export function percentOf(amount: number, percent: number): number {
  return share(amount, Math.round(percent * 100), 10_000);
}

/** Adds up. */
export function sum(amounts: readonly number[]): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}

/**
 * Divides an amount in proportion to weights, so that the parts always add up to it: what rounding down leaves goes, a penny each, to the parts
 * with the largest remainders, the first of equals first. Nothing but noughts among the weights: all of it goes to the first.
 */
export function divide(amount: number, weights: readonly number[]): number[] {
  const whole = sum(weights);
  if (whole === 0) return weights.map((_, index) => (index === 0 ? amount : 0));
  if (whole === amount) return weights.slice();
  const remainders = weights.map((weight) => (amount * weight) % whole);
  const parts = weights.map((weight, index) => (amount * weight - (remainders[index] ?? 0)) / whole);
  const left = amount - sum(parts);
  if (left === 0) return parts;
  const order = remainders.map((_, index) => index).sort((one, other) => (remainders[other] ?? 0) - (remainders[one] ?? 0) || one - other);
  for (const index of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** "£1,234.50"; "−£3.00" with a minus sign. The same in English and Welsh. */
export function pounds(pence: number): string {
  const digits = String(Math.abs(pence)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${pence < 0 ? '−' : ''}£${whole}.${digits.slice(-2)}`;
}

/** The same, without pence where there are none: "£185". */
export function shortPounds(pence: number): string {
  return pounds(pence).replace(/\.00$/, '');
}
