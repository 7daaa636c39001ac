import type { Text } from '@council-kit/core';

const text = (en: string, cy: string): Text => ({ en, cy });

/** What both halves say of the question "address". Welsh unreviewed. */
export const addressTexts = {
  line1: text('Address line 1', 'Llinell cyfeiriad 1'),
  line2: text('Address line 2 (optional)', 'Llinell cyfeiriad 2 (dewisol)'),
  line: (number: number): Text => text(`Address line ${number} (optional)`, `Llinell cyfeiriad ${number} (dewisol)`),
  town: text('Town or city', 'Tref neu ddinas'),
  postcode: text('Postcode', 'Cod post'),
  country: text('Country, if it is not in the UK', 'Gwlad, os nad yw yn y DU'),

  searchMissing: text('Enter a postcode', 'Rhowch god post'),
  chooseMissing: text('Select the address, or enter it manually', 'Dewiswch y cyfeiriad, neu rhowch ef â llaw'),
  line1Missing: text(
    'Enter address line 1, typically the building and street',
    'Rhowch linell gyntaf y cyfeiriad, sef yr adeilad a’r stryd fel arfer',
  ),
  lineTooLong: (limit: number): Text =>
    text(`Each line of the address must be ${limit} characters or less`, `Rhaid i bob llinell o’r cyfeiriad fod yn ${limit} nod neu lai`),
  townMissing: text('Enter the town or city', 'Rhowch y dref neu’r ddinas'),
  postcodeMissing: text('Enter the postcode', 'Rhowch y cod post'),
  postcodeUnreadable: text('Enter a full UK postcode, like SW1A 2AA', 'Rhowch god post llawn yn y DU, fel CF10 1EP'),
} as const;
