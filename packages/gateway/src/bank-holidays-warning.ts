import { bankHolidaysEnd } from '@council-kit/core';

/** Warns in the last 12 months of our table of bank holidays, while there is time to update. */
export function bankHolidaysWarning(now: Date): readonly string[] {
  const warnFrom = new Date(`${bankHolidaysEnd}T00:00:00Z`);
  warnFrom.setUTCFullYear(warnFrom.getUTCFullYear() - 1);
  if (now < warnFrom) return [];
  return [
    `council-kit knows bank holidays to ${bankHolidaysEnd}. Update council-kit, or add later ones in the settings of each service that has "bankHolidays".`,
  ];
}
