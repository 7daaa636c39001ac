/**
 * A number of bytes as people write it: "15 MB", "1.5 MB", "300 kB", with a no-break space. Decimal units, as phones, networks and our
 * own limits count; one decimal below 10.
 *
 * @param language for the decimal sign; as English writes it where the browser does not know the language (often Welsh)
 */
export function sizeInWords(bytes: number, language: string): string {
  // What would round to 1,000 kB is 1 MB.
  const [size, unit, decimals] =
    bytes >= 999_500_000
      ? [bytes / 1e9, 'GB', 1]
      : bytes >= 999_500
        ? [bytes / 1e6, 'MB', 1]
        : [Math.max(bytes && 1, bytes / 1e3), 'kB', 0];
  const shown = size.toLocaleString([language, 'en-GB'], { maximumFractionDigits: size < 10 ? decimals : 0 });
  return `${shown}\u00a0${unit}`;
}
