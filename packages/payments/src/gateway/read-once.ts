import { requestGateway } from '@council-kit/core';
import type { GenericSchema } from 'valibot';

/**
 * Reads something of the gateway's, once; again where no answer came.
 *
 * @returns rejects where no answer came, with a hint for the page's developer
 */
export function readOnce<Value>(url: string, schema: GenericSchema<unknown, Value>): () => Promise<Value> {
  let reading: Promise<Value> | undefined;
  return () =>
    (reading ??= requestGateway(url, { schema }).then((outcome) => {
      if (outcome.kind === 'answer') return outcome.value;
      reading = undefined;
      throw new Error(
        `Nothing could be read from ${url}. If the browser speaks of CORS, add ${location.origin} to the gateway's allowedOrigins; if of a policy, add the gateway's origin to connect-src.`,
      );
    }));
}
