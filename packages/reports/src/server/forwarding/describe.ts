/** A report's description as another Open311 server gets it: never longer than GeoReport v2 allows, whatever is joined to it. */
import { countText, cutText } from '@council-kit/core';
import { descriptionLimit, descriptionUnit } from '../../contract/limits.ts';
import type { ReportRow } from '../records/tables.ts';

type Described = Pick<ReportRow, 'description' | 'reference'>;

/** How the report travels. */
interface Way {
  /** A multipart form writes each line break as two characters: https://html.spec.whatwg.org/#multipart-form-data */
  readonly multipart: boolean;
}

/**
 * With our reference at its end, for their staff to find ours by and for us to find theirs by; without it where it leaves no room. A description that is
 * too long by itself (from before the form counted as they count, or for its line breaks) is cut, and says so: better than a report that is refused.
 */
export function describe(row: Described, way: Way): string {
  const whole = withReference(row);
  if (fits(whole, way)) return whole;
  if (fits(row.description, way)) return row.description;
  const note = `…\n\nThe description is longer. Our report has all of it.\nReference: ${row.reference}`;
  const room = descriptionLimit - lengthOf(note, way);
  let cut = cutText(row.description, room, descriptionUnit);
  // Each turn takes what the line breaks of the last one were too many.
  for (let over = lengthOf(cut, way) - room; over > 0; over = lengthOf(cut, way) - room)
    cut = cutText(cut, countText(cut, descriptionUnit) - over, descriptionUnit);
  return cut + note;
}

/** Whether our reference is at the end of what they got, on either way. */
export function hasRoomForReference(row: Described): boolean {
  return fits(withReference(row), { multipart: true });
}

const withReference = ({ description, reference }: Described): string => `${description}\n\nReference: ${reference}`.trim();

const fits = (text: string, way: Way): boolean => lengthOf(text, way) <= descriptionLimit;

function lengthOf(text: string, { multipart }: Way): number {
  return countText(text, descriptionUnit) + (multipart ? text.split('\n').length - 1 : 0);
}
