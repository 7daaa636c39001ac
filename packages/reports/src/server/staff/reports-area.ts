import type { Routes, StaffPage, StaffRequest, StaffRoutes } from '@council-kit/gateway';
import * as v from 'valibot';
import { pageStyles } from '../pages/page-styles.ts';
import type { Reports } from '../reports.ts';
import { staffMessages } from './staff.messages.ts';

const list = '/staff/reports';
const { say } = staffMessages;

/** The staff pages of reports. Undefined where no officer can sign in. */
export function reportsArea(routes: Routes, { ground: { staff } }: Reports): StaffRoutes | undefined {
  return staff?.area(routes, { name: (language) => say('reports', language), path: list, role: 'reports', styles: pageStyles });
}

/** The link above a page that leads to the list. */
export function backToReports(request: StaffRequest): NonNullable<StaffPage['back']> {
  return { text: say('back', request.language), href: request.href(list) };
}

const payloadSchema = v.object({ reference: v.string(), upstream: v.string() });

/** `GET /staff/deliveries`: reports that have not reached the council's other system. */
export function addDeliveries(area: StaffRoutes): void {
  area.deliveries({
    path: '/staff/deliveries',
    title: (language) => say('undelivered', language),
    about: (language) => say('reference', language),
    back: backToReports,
    describe: (rows, language) =>
      rows.map(({ kind, payload }) => {
        const read = v.safeParse(payloadSchema, payload);
        if (!read.success) return { what: kind };
        const { reference, upstream } = read.output;
        return {
          what: say('delivery', language, { upstream }),
          about: { text: reference, path: `${list}/${reference}` },
        };
      }),
  });
}
