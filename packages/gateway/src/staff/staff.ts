/** The staff pages of a gateway: each service declares its area and the role each page needs, and is given the officer who asks. */
import type { GenericSchema } from 'valibot';
import { readForm } from '../http/body.ts';
import { Routes, type Operation, type OperationInput } from '../http/routes.ts';
import type { GatewayContext, Outbox, Secrets, Site } from '../service.ts';
import { addDeliveriesPage, type DeliveriesPage } from './deliveries-page.ts';
import { hasRole, officerWith, type Authorise, type Officer } from './officer.ts';
import { framePageStyles, StaffRequest, type StaffArea, type StaffForm } from './staff-request.ts';

type Schema = GenericSchema | undefined;
type Answer = Response | Promise<Response>;

/** What a page or operation needs. */
export interface Needs {
  /** The area's own role unless given. */
  readonly role?: string;
}

/** The staff pages as one service sees them. */
export interface Staff {
  /** Adds an area to the navigation between staff pages. Its pages and operations are added to the routes with what it gives. */
  area(routes: Routes, area: StaffArea): StaffRoutes;
}

/** Staff pages and operations. Each answers 403 unless the officer who asks has the role, before it reads anything else. */
export interface StaffRoutes {
  get(path: string, page: (request: StaffRequest) => Answer, needs?: Needs): void;
  /** Takes a form of {@link StaffRequest.form}. */
  post(path: string, page: (request: StaffRequest, form: StaffForm) => Answer, needs?: Needs): void;
  /** An operation of the API, as `Routes.operation` adds one. */
  operation<Params extends Schema = undefined, Query extends Schema = undefined, Body extends Schema = undefined>(
    operation: Operation<Params, Query, Body>,
    handler: (input: OperationInput<Params, Query, Body> & { readonly officer: Officer }) => Answer,
    needs?: Needs,
  ): void;
  /** The list of what the outbox could not deliver, where officers try again. */
  deliveries(page: DeliveriesPage): void;
}

/** All areas of one gateway, in the order in which they are added. */
export class StaffAreas {
  /** Serves what all areas share. */
  readonly routes = new Routes();
  readonly #areas: { readonly area: StaffArea; readonly authorise: Authorise }[] = [];

  /** @param service whose forms and deliveries these are */
  staffOf(service: { readonly authorise: Authorise; readonly site: Site; readonly secrets: Secrets; readonly outbox: Outbox }): Staff {
    return { area: (routes, area) => this.#add(routes, area, service) };
  }

  #add(routes: Routes, area: StaffArea, { authorise, site, secrets, outbox }: Parameters<StaffAreas['staffOf']>[0]): StaffRoutes {
    if (this.#areas.length === 0) framePageStyles.addTo(this.routes);
    this.#areas.push({ area, authorise });
    const { hono } = routes;
    const signedIn = async (context: GatewayContext, { role = area.role }: Needs = {}): Promise<StaffRequest> => {
      const officer = await officerWith(role, authorise, context);
      return new StaffRequest({ context, officer, site, secrets, area, areas: await this.#openTo(officer, authorise, context) });
    };
    const own: StaffRoutes = {
      get: (path, page, needs) => void hono.get(path, async (context) => await page(await signedIn(context, needs))),
      post: (path, page, needs) =>
        void hono.post(path, async (context) => {
          const request = await signedIn(context, needs);
          return await page(request, request.sent(await readForm(context)));
        }),
      operation: (operation, handler, { role = area.role } = {}) => {
        const description = [operation.description, `Needs an officer with the role \`${role}\`.`].filter(Boolean).join(' ');
        routes.officersOperation({ ...operation, description }, handler, (context) => officerWith(role, authorise, context));
      },
      deliveries: (page) => addDeliveriesPage(own, outbox, page),
    };
    return own;
  }

  /** The areas that an officer may open. Services may each have a sign-in of their own: each is asked once. */
  async #openTo(officer: Officer, authorise: Authorise, context: GatewayContext): Promise<readonly StaffArea[]> {
    const known = new Map<Authorise, Officer | undefined>([[authorise, officer]]);
    const open: StaffArea[] = [];
    for (const { area, authorise: ask } of this.#areas) {
      if (!known.has(ask)) known.set(ask, await ask(context.req.raw));
      const other = known.get(ask);
      if (other && hasRole(other, area.role)) open.push(area);
    }
    return open;
  }
}
