/** A list as long as the next power of two, its last repeated: a text for each length would fill the store's memory of prepared statements. */
export function padded(list: readonly number[]): number[] {
  const length = 2 ** Math.ceil(Math.log2(Math.max(1, list.length)));
  return Array.from({ length }, (_, index) => list[Math.min(index, list.length - 1)] ?? 0);
}
