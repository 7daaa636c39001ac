/** Who works for the council, and what they may do. */
import * as v from 'valibot';
import { Problem } from '../http/problem.ts';
import type { GatewayContext } from '../service.ts';

/** Somebody who works for the council and is signed in. */
export interface Officer {
  /** The account's id, not a name: logs and ledgers keep it. */
  readonly id: string;
  /** Shown to the officer on each page. */
  readonly name: string;
  /** The roles that the officer has, such as `reports`. All roles unless given. */
  readonly roles?: readonly string[];
}

/** The council's own sign-in: the officer who sent a request. Undefined for a request that no officer sent. */
export type Authorise = (request: Request) => Officer | undefined | Promise<Officer | undefined>;

const allowed = 'a function of the request: only a program can give it, not a settings file';

/** The setting `staff` of a service with staff pages. Without it the service has no staff pages. */
export const staffSetting = v.optional(
  v.strictObject(
    { authorise: v.custom<Authorise>((value) => typeof value === 'function', allowed) },
    'an object with the function "authorise", from a program',
  ),
);

/** Whether an officer has a role. */
export function hasRole({ roles }: Officer, role: string): boolean {
  return roles === undefined || roles.includes(role);
}

/**
 * The officer who sent a request.
 *
 * @throws Problem 403 if no officer sent it, or the officer does not have the role
 */
export async function officerWith(role: string, authorise: Authorise, context: GatewayContext): Promise<Officer> {
  const officer = await authorise(context.req.raw);
  if (!officer) throw staffOnly();
  if (!hasRole(officer, role)) throw roleMissing(role);
  return officer;
}

const staffOnly = (): Problem =>
  new Problem({
    status: 403,
    code: 'staff_only',
    title: { en: 'This is for the council’s staff', cy: 'Mae hwn ar gyfer staff y cyngor' },
    detail: {
      en: 'Sign in with the council’s account, then try again.',
      cy: 'Mewngofnodwch gyda chyfrif y cyngor, yna rhowch gynnig arall arni.',
    },
  });

const roleMissing = (role: string): Problem =>
  new Problem({
    status: 403,
    code: 'role_missing',
    title: { en: 'You do not have access to this', cy: 'Nid oes gennych fynediad at hyn' },
    detail: {
      en: `If you need it, ask the person who looks after staff accounts for the role “${role}”.`,
      cy: `Os oes ei angen arnoch, gofynnwch i’r person sy’n gofalu am gyfrifon staff am y rôl “${role}”.`,
    },
  });
