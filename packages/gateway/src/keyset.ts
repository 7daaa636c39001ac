/** Pages by place: a page is what stands next to a row, so page 1,000 costs what page 1 costs, and rows that come in meanwhile move nothing. */

/** A place in a list that is ordered by a time and then by an id, newest first. */
export interface Place {
  readonly side: 'older' | 'newer';
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly id: string;
}

/**
 * Reads what {@link pageAt} wrote. Undefined for anything else.
 *
 * @param ids what the list's ids look like, from beginning to end
 */
export function readPlace(text: string | undefined, ids: RegExp): Place | undefined {
  const [, side, at, id] = /^(older|newer)\.(\d{1,15})\.([A-Za-z0-9_-]{1,64})$/.exec(text ?? '') ?? [];
  return side === undefined || at === undefined || id === undefined || !ids.test(id)
    ? undefined
    : { side: side as Place['side'], at: Number(at), id };
}

export interface KeysetPage<Row> {
  /** Newest first. */
  readonly rows: readonly Row[];
  /** The place of the page with newer rows, where there may be some. */
  readonly newer: string | undefined;
  /** The place of the page with older rows, where there are some. */
  readonly older: string | undefined;
}

/**
 * Makes a page of what was read.
 *
 * @param rows what stands next to `place`, or the newest: nearest first, one more than `size` where there are more
 * @param keyOf the time and the id of a row
 */
export function pageAt<Row>(
  rows: readonly Row[],
  {
    size,
    place,
    keyOf,
  }: { readonly size: number; readonly place: Place | undefined; readonly keyOf: (row: Row) => Pick<Place, 'at' | 'id'> },
): KeysetPage<Row> {
  const newer = place?.side === 'newer';
  const more = rows.length > size;
  const shown = rows.slice(0, size);
  if (newer) shown.reverse();
  const placeOf = (side: Place['side'], row: Row | undefined): string | undefined => {
    if (row === undefined) return undefined;
    const { at, id } = keyOf(row);
    return `${side}.${at}.${id}`;
  };
  return {
    rows: shown,
    newer: (newer ? more : place !== undefined) ? placeOf('newer', shown[0]) : undefined,
    older: newer || more ? placeOf('older', shown.at(-1)) : undefined,
  };
}
