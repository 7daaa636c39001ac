/** Who is behind a request of the finance team. */
import { Problem, type GatewayContext } from '@council-kit/gateway';
import type { Authorise, Officer } from '../settings.ts';

/** @throws Problem 403 where it is nobody of the council's */
export async function officerOf(authorise: Authorise, context: GatewayContext): Promise<Officer> {
  const officer = await authorise(context.req.raw);
  if (officer) return officer;
  throw new Problem({
    status: 403,
    code: 'staff_only',
    title: { en: 'This is for the council’s staff', cy: 'Mae hwn ar gyfer staff y cyngor' },
    detail: {
      en: 'Sign in with the council’s account, then try again.',
      cy: 'Mewngofnodwch gyda chyfrif y cyngor, yna rhowch gynnig arall arni.',
    },
  });
}
