import type { Generated, Selectable } from 'kysely';
import type { Status } from '../../contract/status.ts';

/** Where a report came in. */
export type Source = 'web' | 'open311';

/** The service's own tables. Times are milliseconds since 1970; lists and answers are JSON in text. */
export interface ReportsTables {
  reports_report: ReportRow;
  /** Of the person who made the report. Rows are deleted when their time is over; the report stays. */
  reports_contact: { reference: string; name: string; email: string; phone: string; delete_at: number };
  reports_photo: PhotoRow;
  /** Photos by who handed them in, to count what one client may: for a day, or until their report comes. */
  reports_photo_claim: PhotoClaimRow;
  /** One row: who changes it has its turn at counting. */
  reports_photo_turn: { id: number; turns: number };
  /** What officers decided about public texts, every time. */
  reports_decision: DecisionTable;
  reports_update: UpdateTable;
  reports_forwarding: ForwardingRow;
  /** Which reports the full-text index has, and as what: see search-index.ts. */
  reports_search: { position: Generated<number>; reference: string; status: string };
  /** How far each upstream's updates have been read. */
  reports_upstream: { upstream: string; updates_read_to: number };
}

/**
 * Whether others may read a resident's words. `written`: as the rule of rules/public-text.ts wrote them. `held`: not until an officer has
 * read them, because the contact that they could name may be deleted. `released`, `withheld`: as an officer decided.
 */
export type Publication = 'written' | 'held' | 'released' | 'withheld';

export interface ReportRow {
  reference: string;
  service_code: string;
  status: Status;
  /** 1 when nothing more will happen. */
  closed: number;
  /** In the resident's words. */
  description: string;
  /** The place as the resident said it. */
  address: string;
  /** {@link description} as others may read it, where {@link publication} lets them. Kept, because the contact is deleted. */
  public_description: string;
  /** {@link address} as others may read it. */
  public_address: string;
  publication: Publication;
  /** The version of the rule that the public texts were last written by. */
  public_version: number;
  lat: number | null;
  long: number | null;
  /** Metres, where the position is a device's. */
  accuracy: number | null;
  /** See cell.ts: what is near is looked up by it. */
  cell: number | null;
  /** The place as the council's map says it. */
  place_en: string;
  place_cy: string;
  ward: string | null;
  /** In English, as the map names it. */
  street: string | null;
  /** Answers to the kind's questions, and what else another system sent with its report: lists by code. Never public. */
  attributes: string;
  /** Pictures elsewhere that another system's report came with: URLs, never fetched, never shown. */
  media_urls: string;
  language: 'en' | 'cy';
  source: Source;
  requested_at: number;
  updated_at: number;
}

export interface DecisionTable {
  position: Generated<number>;
  reference: string;
  decision: 'released' | 'withheld';
  /** The officer's id and, as it was then, name. */
  officer: string;
  officer_name: string;
  decided_at: number;
}

export type DecisionRow = Selectable<DecisionTable>;

export interface PhotoRow {
  id: string;
  /** Null until a report refers to it. */
  reference: string | null;
  /** Its place among the report's photos. */
  position: number;
  type: string;
  size: number;
  width: number;
  height: number;
  created_at: number;
}

export interface PhotoClaimRow {
  /** The photo's. */
  id: string;
  /** The gateway's token for a client, which names nobody. */
  client: string;
  bytes: number;
  /** 1 once a report refers to the photo, or it is deleted. */
  used: number;
  created_at: number;
}

export interface UpdateTable {
  position: Generated<number>;
  update_id: string;
  reference: string;
  status: Status;
  description: string;
  updated_at: number;
  /** Whose words they are. */
  source: 'council' | 'upstream' | 'open311';
  /** `{upstream}:{its own id}`, so that it is taken in once. */
  external_id: string | null;
}

export type UpdateRow = Selectable<UpdateTable>;

export interface ForwardingRow {
  reference: string;
  upstream: string;
  /** Theirs; null until they gave one. */
  external_id: string | null;
  /** To be exchanged for the id, where they work in batches. */
  token: string | null;
  sent_at: number;
}
