import { settingsSchema, type ReportsSettings } from '@council-kit/reports/server';
import * as v from 'valibot';
import { backOfficeKey, jurisdiction } from './back-office.ts';
import { council } from './council.ts';
import { councilMap } from './council-map.ts';

/** What a council writes in its settings file for reports, with the address of the sandbox's back office. */
export async function reportSettings(backOffice: string, updatesEverySeconds = 15): Promise<ReportsSettings> {
  return v.parse(settingsSchema, {
    map: await councilMap(),
    contact: {
      text: {
        en: `Call us on ${council.telephone}, ${council.hours.en}`,
        cy: `Ffoniwch ni ar ${council.telephone}, ${council.hours.cy}`,
      },
      telephone: council.telephone,
      email: council.email,
    },
    open311: { jurisdictionId: jurisdiction, contact: `${council.name.en}, ${council.telephone}` },
    forward: [
      {
        name: 'back-office',
        url: backOffice,
        jurisdictionId: jurisdiction,
        apiKey: backOfficeKey,
        photos: 'files',
        updatesEverySeconds,
      },
    ],
    // Everybody at this computer is an officer: it is a demonstration, and the site says so.
    staff: { authorise: () => ({ id: 'demo', name: 'Sam Officer' }) },
  });
}
