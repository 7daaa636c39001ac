/**
 * How payments stand, as conditions of a query. Each of the few has an index of its own (`0006_lists`), which a database takes only for the very
 * condition that the index was made with: written out, with no value to be filled in.
 */
import { sql } from 'kysely';
import { finishedRank } from '../govuk-pay/pay-answers.ts';

/** Nothing is known yet of how it ends. */
export const isOpen = sql<boolean>`rank < ${sql.lit(finishedRank)}`;
/** It ended without money. */
export const isUnpaid = sql<boolean>`rank = ${sql.lit(finishedRank)} and status <> 'success'`;
/** Money was given back, some or all. */
export const isRefunded = sql<boolean>`refunded > 0`;
