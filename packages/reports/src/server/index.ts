/**
 * The server half: Open311 GeoReport v2, what the widget asks, photos, the pages without JavaScript, forwarding to the
 * council's own system, and the staff's pages.
 *
 * @example
 * createGateway({ services: [createService(v.parse(settingsSchema, { forward: [{ name: 'highways', url: 'https://…' }] }))] })
 */
import {
  accountSource,
  offer,
  parseSettings,
  Routes,
  type Job,
  type Service,
  type ServiceModule,
  type SettingsPlace,
} from '@council-kit/gateway';
import { reportsSource } from './account-source.ts';
import { checkSettings, doubtsOf } from './check-settings.ts';
import { forwardingKind } from './forwarding/enqueue.ts';
import { forwarding, receiversOf } from './forwarding/forward-report.ts';
import { readUpdates } from './forwarding/read-updates.ts';
import { addPhotoRoutes } from './photos/photo-routes.ts';
import { deleteUnusedPhotos } from './photos/keep-photo.ts';
import { PhotoTaker } from './photos/take-photo.ts';
import { addRequestRoutes } from './open311/request-routes.ts';
import { addServiceRoutes } from './open311/service-routes.ts';
import { addUpdateRoutes } from './open311/update-routes.ts';
import { addFollowPages } from './pages/follow-pages.ts';
import { pageStyles } from './pages/page-styles.ts';
import { addReportPages } from './pages/report-pages.ts';
import { CouncilMap, drawable } from './place/council-map.ts';
import { indexMissed } from './records/index-missed.ts';
import { readMap } from './place/read-map.ts';
import { migrations } from './records/migrations.ts';
import { addReportRoutes } from './report-routes.ts';
import { kindsOf, type Reports } from './reports.ts';
import { deleteContacts, rewritePublicTexts } from './retention.ts';
import { addStaffRoutes } from './staff/staff-routes.ts';
import { settingsSchema, type ReportsSettings, type ReportsSettingsInput } from './settings.ts';

export { settingsSchema } from './settings.ts';
export type { ReportsSettings, ReportsSettingsInput, UpstreamSettings } from './settings.ts';
export type { MapFeature, MapFeatures } from './place/council-map.ts';

const minute = 60_000;
const hour = 60 * minute;

/**
 * The service, from settings that were parsed with {@link settingsSchema}.
 *
 * @throws SettingsError where settings do not fit together, or a file that they name cannot be read
 */
export function createService(settings: ReportsSettings, place?: SettingsPlace): Service {
  const kinds = kindsOf(settings);
  checkSettings(settings, kinds);
  const features = readMap(settings.map, place);
  return {
    name: 'reports',
    migrations,
    check: (gateway) => doubtsOf(settings, gateway),
    authorise: settings.staff?.authorise,
    setUp(ground) {
      const photos = new PhotoTaker(settings.photos.openedAtOnce);
      const reports: Reports = { ground, settings, kinds, map: new CouncilMap(features), photos, mapFile: drawable(features) };
      const routes = new Routes();
      pageStyles.addTo(routes);
      addFollowPages(routes, reports);
      addReportRoutes(routes, reports);
      addReportPages(routes, reports);
      addStaffRoutes(routes, reports);
      addPhotoRoutes(routes, reports);
      addServiceRoutes(routes, reports);
      addRequestRoutes(routes, reports);
      addUpdateRoutes(routes, reports);
      const receivers = receiversOf(reports);
      return {
        routes,
        offers: [offer(accountSource, reportsSource(reports))],
        deliveries: { [forwardingKind]: forwarding(reports, receivers) },
        jobs: [
          ...[...receivers.values()]
            .filter((receiver) => receiver.settings.updatesEverySeconds > 0)
            .map((receiver): Job => ({
              name: `read-updates-${receiver.settings.name}`,
              everyMs: receiver.settings.updatesEverySeconds * 1000,
              leaseMs: 5 * minute,
              run: ({ now, signal }) => readUpdates(reports, receiver, now, signal),
            })),
          { name: 'rewrite-public-texts', everyMs: hour, leaseMs: hour, run: ({ signal }) => rewritePublicTexts(reports, signal) },
          { name: 'delete-contacts', everyMs: hour, run: ({ now, signal }) => deleteContacts(reports, now, signal) },
          { name: 'index-reports', everyMs: 10 * minute, run: ({ now, signal }) => indexMissed(reports, now, signal) },
          { name: 'delete-loose-photos', everyMs: hour, leaseMs: hour, run: ({ now, signal }) => deleteUnusedPhotos(reports, now, signal) },
        ],
        stop: () => photos.stop(),
      };
    },
  };
}

/** The service, for a program that gives its settings as a value: `createGateway({ services: [reports({ … })] })`. */
export function reports(settings: ReportsSettingsInput = {}): Service {
  return createService(parseSettings(settingsSchema, settings, 'the settings of reports'));
}

/* What the program loads by this entry's name. */
({ settingsSchema, createService }) satisfies ServiceModule<ReportsSettings>;
