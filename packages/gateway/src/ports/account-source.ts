/** What is going on for this resident? Services answer; the resident's account asks. The same schemas serve a foreign system over HTTP. */
import { serviceStatuses, type Text } from '@council-kit/core';
import * as v from 'valibot';
import { definePort, type PortOffer } from './ports.ts';

const text = v.object({ en: v.string(), cy: v.string() });

/** A record of a service that a resident follows or has proved to be theirs. */
export const accountLinkSchema = v.object({
  /** One of the source's kinds: `report`, `payment`. */
  kind: v.string(),
  /** The source's own reference. */
  ref: v.string(),
});
/** See {@link accountLinkSchema}. */
export type AccountLink = v.InferOutput<typeof accountLinkSchema>;

/** One thing on a resident's overview. */
export const accountItemSchema = v.object({
  /** Unique within the source. */
  id: v.string(),
  kind: v.string(),
  ref: v.string(),
  /** "Pothole, Mill Lane". No personal data beyond what the link itself opens. */
  title: text,
  status: v.picklist(serviceStatuses),
  /** When it came to this status: an ISO time stamp. */
  since: v.pipe(v.string(), v.isoTimestamp()),
  /** The day something is due, by the resident or by the council: an ISO date. */
  by: v.optional(v.pipe(v.string(), v.isoDate())),
  /** What happens next, in a sentence. */
  nextStep: v.optional(text),
  /** Pence. */
  amount: v.optional(v.pipe(v.number(), v.safeInteger())),
  /** Its own page: a path of this gateway or a whole address. */
  href: v.string(),
});
/** See {@link accountItemSchema}. */
export type AccountItem = v.InferOutput<typeof accountItemSchema>;

export interface AccountSource extends PortOffer {
  /** "Reports". */
  readonly name: Text;
  /** The kinds of link that it can answer. */
  readonly kinds: readonly string[];
  /**
   * The items of these links, newest first. A link that no longer leads to anything has no item.
   * Whoever asks has checked that the resident may see each link.
   * @throws where the source cannot answer: the overview then says so for this source alone
   */
  items(links: readonly AccountLink[], signal: AbortSignal): Promise<readonly AccountItem[]>;
}

export const accountSource = definePort<AccountSource>('account-source');
