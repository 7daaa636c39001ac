/** Take this amount for this booking, and come back here. Payments offers it; waste and other services ask. */
import { serviceStatuses } from '@council-kit/core';
import * as v from 'valibot';
import { definePort, type PortOffer } from './ports.ts';

/** What is to be paid. */
export const chargeRequestSchema = v.object({
  /** One of the payments service's funds: `bulky-waste`. */
  fund: v.string(),
  /** The booking's reference, as residents read it. */
  reference: v.string(),
  /** Pence. */
  amount: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  language: v.picklist(['en', 'cy']),
  /** A page of an origin that the payments settings allow. `?payment=` is added. */
  returnTo: v.optional(v.string()),
  /** For the receipt. */
  email: v.optional(v.string()),
});
/** See {@link chargeRequestSchema}. */
export type ChargeRequest = v.InferOutput<typeof chargeRequestSchema>;

/** A charge and how it stands. */
export const chargeSchema = v.object({
  id: v.string(),
  /** `waiting-for-you` until it is paid, `done` when it is. */
  status: v.picklist(serviceStatuses),
  /** Pence received so far. */
  paid: v.pipe(v.number(), v.safeInteger()),
  /** Pence refunded so far. */
  refunded: v.pipe(v.number(), v.safeInteger()),
  /** Where the resident pays, while it can be paid. */
  payAt: v.optional(v.string()),
});
/** See {@link chargeSchema}. */
export type Charge = v.InferOutput<typeof chargeSchema>;

export interface Charger extends PortOffer {
  /** The funds that can be charged to. */
  readonly funds: readonly string[];
  /**
   * Starts a charge, on disk when the promise resolves. One key is one charge: the same key again gives the same charge.
   * @throws Problem 422 where the fund does not take this reference or amount, 409 where the key came with another request, 502 to 504
   *   where the payment platform does not answer: the same key asks again and never charges twice
   */
  start(request: ChargeRequest, key: string): Promise<Charge>;
  /** How a charge stands now; undefined where there is none with this id. */
  state(id: string): Promise<Charge | undefined>;
}

export const charger = definePort<Charger>('charge');
