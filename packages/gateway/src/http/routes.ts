/**
 * A service's routes: operations of the API, checked by the same schemas that describe them in the OpenAPI document,
 * and plain Hono for everything else (pages, files, feeds).
 */
import { Hono } from 'hono';
import type { Transaction } from 'kysely';
import type { GenericSchema, InferOutput } from 'valibot';
import type { Problem } from './problem.ts';
import type { GatewayApp, GatewayContext, GatewayEnv, KeptAnswer } from '../service.ts';
import type { Officer } from '../staff/officer.ts';

type Schema = GenericSchema | undefined;
type Output<S extends Schema> = S extends GenericSchema ? InferOutput<S> : undefined;

export type BodyType = 'application/json' | 'application/x-www-form-urlencoded' | 'multipart/form-data';

/** One operation of the API, as it is validated and as it is documented. */
export interface Operation<Params extends Schema = Schema, Query extends Schema = Schema, Body extends Schema = Schema> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Hono's pattern: `/reports/:reference`. */
  readonly path: string;
  /** One line, in English, for the reader of the OpenAPI document. */
  readonly summary: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  /** Of the path. A value that does not fit is 404. */
  readonly params?: Params;
  /** Each key once is a string, several times a list of strings. A value that does not fit is 400. */
  readonly query?: Query;
  /** A value that does not fit is 422 with `errors`. Form fields are strings, files `File`s; `a[]` and repeated names are lists. */
  readonly body?: Body;
  /** What the body may be sent as. JSON only unless given. Another type is 415. */
  readonly bodyTypes?: readonly BodyType[];
  /** Bytes of JSON, of an urlencoded form, and of a multipart form's fields that are not files. The gateway's own limit (256 kB) unless given. */
  readonly bodyLimit?: number;
  /** Bytes of a whole multipart form, files too. The same as `bodyLimit` unless given. */
  readonly filesLimit?: number;
  /** The answers, by status; problems that every operation may answer need not be listed. */
  readonly responses: Readonly<
    Record<number, { readonly description: string; readonly schema?: GenericSchema; readonly contentTypes?: readonly string[] }>
  >;
  /** A platform's own error format (Open311's `<errors>`) in place of problem+json. */
  readonly presentProblem?: (problem: Problem, context: GatewayContext) => Response;
  /** Whether pages of any other site may call it: public reads without cookies. Writes are held to the settings' origins. */
  readonly anyOrigin?: boolean;
}

/** What an operation's handler is given: parsed by its schemas. */
export interface OperationInput<Params extends Schema, Query extends Schema, Body extends Schema> {
  readonly params: Output<Params>;
  readonly query: Output<Query>;
  readonly body: Output<Body>;
  readonly context: GatewayContext;
  /**
   * The answer of {@link once} to the same request, where it came before: ask before work that is costly and done outside the transaction.
   * @throws Problem 409 `idempotency_conflict` when the key came with another body
   */
  before(present?: (answer: KeptAnswer) => Response): Promise<Response | undefined>;
  /**
   * Runs `work` in a transaction and answers with what it gives, once for each `Idempotency-Key` (and body): the guard is
   * written in the same transaction. Writes go through here.
   * @param present makes the response of the kept answer (for XML, say); JSON unless given
   */
  once<Tables>(work: (trx: Transaction<Tables>) => Promise<KeptAnswer>, present?: (answer: KeptAnswer) => Response): Promise<Response>;
}

export interface RegisteredOperation {
  readonly operation: Operation;
  readonly handler: (input: never) => Response | Promise<Response>;
  /** Gives the officer who asks, before anything else of the request is read. Throws for anybody else. */
  readonly officerOf?: (context: GatewayContext) => Promise<Officer>;
}

/**
 * @example
 * const routes = new Routes();
 * routes.operation({ method: 'get', path: '/reports/nearby', summary: 'Reports near a place', query: NearbyQuery,
 *   responses: { 200: { description: 'Reports, nearest first', schema: Nearby } } },
 *   async ({ query, context }) => context.json(await nearby(query)));
 * routes.hono.get('/follow/:reference', (context) => …);
 */
export class Routes {
  /** Everything that is no operation. Problems thrown in its handlers are answered as everywhere else. */
  readonly hono: GatewayApp = new Hono<GatewayEnv>();
  readonly operations: RegisteredOperation[] = [];

  operation<Params extends Schema = undefined, Query extends Schema = undefined, Body extends Schema = undefined>(
    operation: Operation<Params, Query, Body>,
    handler: (input: OperationInput<Params, Query, Body>) => Response | Promise<Response>,
  ): this {
    this.operations.push({ operation: operation as Operation, handler });
    return this;
  }

  /** An operation for the council's staff. A service adds one with `StaffRoutes.operation`, which knows the officers. */
  officersOperation<Params extends Schema, Query extends Schema, Body extends Schema>(
    operation: Operation<Params, Query, Body>,
    handler: (input: OperationInput<Params, Query, Body> & { readonly officer: Officer }) => Response | Promise<Response>,
    officerOf: (context: GatewayContext) => Promise<Officer>,
  ): this {
    this.operations.push({ operation: operation as Operation, handler, officerOf });
    return this;
  }
}
