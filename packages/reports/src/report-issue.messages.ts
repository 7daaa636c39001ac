import { sizeInWords, type Text } from '@council-kit/core';
import { photoLimit, photoSizeLimit } from './contract/limits.ts';

const text = (en: string, cy: string): Text => ({ en, cy });

/** The words of the journey that are not the kinds' own. */
export const journeyTexts = {
  title: text('Report a problem', 'Rhoi gwybod am broblem'),
  what: text('What do you want to report?', 'Beth ydych chi am roi gwybod amdano?'),
  whatSummary: text('Problem', 'Problem'),
  where: text('Where is it?', 'Ble mae?'),
  whereHint: text(
    'Tell us in whichever way suits you. You can use more than one.',
    'Dywedwch wrthym ym mha bynnag ffordd sy’n eich siwtio. Gallwch ddefnyddio mwy nag un.',
  ),
  whereSummary: text('Place', 'Lle'),
  nearby: text('Has it been reported already?', 'A oes rhywun wedi rhoi gwybod amdano yn barod?'),
  nearbySummary: text('Already reported near there', 'Wedi’i adrodd yn barod gerllaw'),
  nearbyButton: text('It is none of these', 'Nid yw’n un o’r rhain'),
  description: text('Describe the problem', 'Disgrifiwch y broblem'),
  descriptionSummary: text('Description', 'Disgrifiad'),
  descriptionHint: text(
    'Say what would help somebody find it and deal with it',
    'Dywedwch beth fyddai’n helpu rhywun i ddod o hyd iddo a’i ddatrys',
  ),
  descriptionPublic: text(
    'Others can read this. Do not include names, phone numbers or email addresses.',
    'Gall eraill ddarllen hyn. Peidiwch â chynnwys enwau, rhifau ffôn na chyfeiriadau e-bost.',
  ),
  photos: text('Add photos if you have any', 'Ychwanegwch luniau os oes gennych rai'),
  photosHint: text(
    `Up to ${photoLimit} photos, each smaller than ${sizeInWords(photoSizeLimit, 'en')}. Others can see them. We take out where and when they were taken.`,
    `Hyd at ${photoLimit} llun, pob un yn llai na ${sizeInWords(photoSizeLimit, 'cy')}. Gall eraill eu gweld. Rydym yn tynnu ble a phryd y’u tynnwyd.`,
  ),
  photosSummary: text('Photos', 'Lluniau'),
  contact: text('How can we contact you if we need to?', 'Sut gallwn ni gysylltu â chi, os bydd angen?'),
  contactOptional: text(
    'You do not have to tell us. We will deal with your report either way.',
    'Nid oes rhaid i chi ddweud wrthym. Byddwn yn delio â’r adroddiad yr un fath.',
  ),
  contactUse: (days: number): Text =>
    text(
      `We only use your details to ask you about this report and to tell you what we did about it. Other people cannot see them, and we delete them after ${days} days.`,
      `Dim ond i’ch holi am yr adroddiad hwn ac i ddweud wrthych beth wnaethom y byddwn yn defnyddio eich manylion. Ni all pobl eraill eu gweld, ac rydym yn eu dileu ar ôl ${days} diwrnod.`,
    ),
  name: text('Full name (optional)', 'Enw llawn (dewisol)'),
  nameSummary: text('Name', 'Enw'),
  email: text('Email address (optional)', 'Cyfeiriad e-bost (dewisol)'),
  emailSummary: text('Email address', 'Cyfeiriad e-bost'),
  phone: text('Phone number (optional)', 'Rhif ffôn (dewisol)'),
  phoneSummary: text('Phone number', 'Rhif ffôn'),
  check: text('Check your report before you send it', 'Gwiriwch eich adroddiad cyn ei anfon'),
  send: text('Send the report', 'Anfon yr adroddiad'),
  sent: text('Report sent', 'Adroddiad wedi’i anfon'),
  optional: (label: Text): Text => text(`${label.en} (optional)`, `${label.cy} (dewisol)`),
} as const;
