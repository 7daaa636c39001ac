import type { Language } from '@council-kit/core';
import { SettingsError, type Ground } from '@council-kit/gateway';
import type { ReportForm } from '../contract/report-form.ts';
import type { ServiceKind } from '../contract/service-kind.ts';
import { reportForm } from '../report-issue.journey.ts';
import type { PhotoTaker } from './photos/take-photo.ts';
import type { CouncilMap } from './place/council-map.ts';
import type { ReportsSettings } from './settings.ts';

/** What every part of the server half stands on. */
export interface Reports {
  readonly ground: Ground;
  readonly settings: ReportsSettings;
  readonly kinds: readonly ServiceKind[];
  readonly map: CouncilMap;
  readonly photos: PhotoTaker;
  /** The map as the browser draws it: GeoJSON as text. */
  readonly mapFile: string;
}

/** What a form needs to know: the widget asks for it, the pages have it. */
export function formOf({ kinds, settings, map }: Pick<Reports, 'kinds' | 'settings' | 'map'>): ReportForm {
  const { tiles, attribution } = settings.map;
  const { keepContactDays, publicDescriptions, contact } = settings;
  return reportForm({
    services: kinds,
    keepContactDays,
    publicDescriptions,
    ...(contact ? { contact } : {}),
    map: { features: map.hasFeatures, ...(tiles ? { tiles } : {}), ...(attribution ? { attribution } : {}) },
  });
}

/** A kind's name; its code where the council no longer has the kind. */
export function kindName({ kinds }: Reports, code: string, language: Language): string {
  return kinds.find((kind) => kind.service_code === code)?.service_name[language] ?? code;
}

/**
 * The kinds that the settings leave.
 *
 * @throws SettingsError naming a code of `only` that is not among them, or a code that is there twice
 */
export function kindsOf({ services, only }: ReportsSettings): readonly ServiceKind[] {
  const codes = services.map(({ service_code }) => service_code);
  const double = codes.find((code, index) => codes.indexOf(code) !== index);
  if (double !== undefined) throw new SettingsError(`The setting "services" has "${double}" twice.`);
  if (only === undefined) return services;
  return only.map((code) => {
    const kind = services.find(({ service_code }) => service_code === code);
    if (!kind) throw new SettingsError(`The setting "only" names "${code}", which is not among the services: ${codes.join(', ')}.`);
    return kind;
  });
}
