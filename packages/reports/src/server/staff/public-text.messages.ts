import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'title'
  | 'link'
  | 'intro'
  | 'intro-withheld'
  | 'descriptions-private'
  | 'waiting'
  | 'withheld'
  | 'none-waiting'
  | 'none-withheld'
  | 'report'
  | 'reported'
  | 'original'
  | 'public'
  | 'description'
  | 'place'
  | 'empty'
  | 'nothing'
  | 'edit'
  | 'choose'
  | 'choose-all'
  | 'release-chosen'
  | 'withhold-chosen'
  | 'choose-one'
  | 'released-done'
  | 'withheld-done'
  | 'stale'
  | 'next'
  | 'first'
  | 'section'
  | 'state-written'
  | 'state-held'
  | 'state-released'
  | 'state-withheld'
  | 'history'
  | 'decision-released'
  | 'decision-withheld'
  | 'change'
  | 'public-description'
  | 'public-place'
  | 'form-hint'
  | 'release'
  | 'withhold'
  | 'description-long'
  | 'place-long'
  | 'saved';

/** What the staff's pages say about the text that others may read. */
export const publicTextMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    title: 'Reports with hidden text',
    link: 'Reports with hidden text',
    intro:
      'Contact details may have been deleted from these reports, so we cannot find the resident’s name in them. Others cannot read the text until you release it. Read each text and look for names.',
    'intro-withheld': 'An officer decided to keep the text of these reports hidden. You can still release it.',
    'descriptions-private': 'Your settings hide all descriptions from others. If you release a report, others can read only the place.',
    waiting: 'Waiting for a decision',
    withheld: 'Kept hidden',
    'none-waiting': 'No reports are waiting for a decision.',
    'none-withheld': 'No reports are kept hidden.',
    report: 'Report {reference}',
    reported: '{kind}, reported {day}',
    original: 'The resident’s words',
    public: 'What others will read',
    description: 'Description',
    place: 'Place',
    empty: 'None',
    nothing: 'Nothing. The text is hidden.',
    edit: 'Edit the text of report {reference}',
    choose: 'Select report {reference}',
    'choose-all': {
      one: 'Select the report on this page',
      other: 'Select all {count} reports on this page',
    },
    'release-chosen': 'Release selected reports',
    'withhold-chosen': 'Keep selected reports hidden',
    'choose-one': 'Select at least one report',
    'released-done': { one: 'Others can now read the text of 1 report.', other: 'Others can now read the text of {count} reports.' },
    'withheld-done': { one: 'The text of 1 report stays hidden.', other: 'The text of {count} reports stays hidden.' },
    stale: 'The page was out of date, so nothing was changed. Check the text and try again.',
    next: 'Older reports',
    first: 'Newest reports',
    section: 'What others can read',
    'state-written': 'Contact details were removed automatically when the report was made.',
    'state-held':
      'The text is hidden, because we cannot tell whether it names the resident. Others can read it when an officer releases it.',
    'state-released': 'An officer released this text.',
    'state-withheld': 'An officer decided to keep the text hidden.',
    history: 'Decisions',
    'decision-released': 'Released by {officer}',
    'decision-withheld': 'Kept hidden by {officer}',
    change: 'Change what others can read',
    'public-description': 'Public description',
    'public-place': 'Public place',
    'form-hint': 'Remove names, addresses and anything else that tells who reported it.',
    release: 'Publish this text',
    withhold: 'Hide the text',
    'description-long': 'Public description must be 10,000 characters or less',
    'place-long': 'Public place must be 1,000 characters or less',
    saved: 'Your decision is saved.',
  },
  cy: {
    title: 'Adroddiadau â thestun cudd',
    link: 'Adroddiadau â thestun cudd',
    intro:
      'Efallai fod manylion cyswllt wedi’u dileu o’r adroddiadau hyn, felly ni allwn ddod o hyd i enw’r preswylydd ynddynt. Ni all eraill ddarllen y testun nes i chi ei ryddhau. Darllenwch bob testun a chwiliwch am enwau.',
    'intro-withheld': 'Penderfynodd swyddog gadw testun yr adroddiadau hyn yn gudd. Gallwch ei ryddhau o hyd.',
    'descriptions-private':
      'Mae eich gosodiadau’n cuddio pob disgrifiad rhag eraill. Os rhyddhewch adroddiad, dim ond y lleoliad y gall eraill ei ddarllen.',
    waiting: 'Yn aros am benderfyniad',
    withheld: 'Wedi’u cadw’n gudd',
    'none-waiting': 'Nid oes adroddiadau’n aros am benderfyniad.',
    'none-withheld': 'Nid oes adroddiadau wedi’u cadw’n gudd.',
    report: 'Adroddiad {reference}',
    reported: '{kind}, adroddwyd {day}',
    original: 'Geiriau’r preswylydd',
    public: 'Yr hyn y bydd eraill yn ei ddarllen',
    description: 'Disgrifiad',
    place: 'Lleoliad',
    empty: 'Dim',
    nothing: 'Dim. Mae’r testun yn gudd.',
    edit: 'Golygu testun adroddiad {reference}',
    choose: 'Dewis adroddiad {reference}',
    'choose-all': {
      one: 'Dewis yr adroddiad ar y dudalen hon',
      other: 'Dewis pob un o’r {count} adroddiad ar y dudalen hon',
    },
    'release-chosen': 'Rhyddhau’r adroddiadau a ddewiswyd',
    'withhold-chosen': 'Cadw’r adroddiadau a ddewiswyd yn gudd',
    'choose-one': 'Dewiswch o leiaf un adroddiad',
    'released-done': { other: 'Gall eraill nawr ddarllen testun {count} adroddiad.' },
    'withheld-done': { other: 'Mae testun {count} adroddiad yn aros yn gudd.' },
    stale: 'Roedd y dudalen wedi dyddio, felly ni newidiwyd dim. Gwiriwch y testun a rhowch gynnig arall arni.',
    next: 'Adroddiadau hŷn',
    first: 'Adroddiadau diweddaraf',
    section: 'Yr hyn y gall eraill ei ddarllen',
    'state-written': 'Tynnwyd manylion cyswllt yn awtomatig pan wnaed yr adroddiad.',
    'state-held':
      'Mae’r testun yn gudd, am na allwn ddweud a yw’n enwi’r preswylydd. Gall eraill ei ddarllen pan fydd swyddog yn ei ryddhau.',
    'state-released': 'Rhyddhaodd swyddog y testun hwn.',
    'state-withheld': 'Penderfynodd swyddog gadw’r testun yn gudd.',
    history: 'Penderfyniadau',
    'decision-released': 'Rhyddhawyd gan {officer}',
    'decision-withheld': 'Cadwyd yn gudd gan {officer}',
    change: 'Newid yr hyn y gall eraill ei ddarllen',
    'public-description': 'Disgrifiad cyhoeddus',
    'public-place': 'Lleoliad cyhoeddus',
    'form-hint': 'Tynnwch enwau, cyfeiriadau ac unrhyw beth arall sy’n dweud pwy roddodd wybod.',
    release: 'Cyhoeddi’r testun hwn',
    withhold: 'Cuddio’r testun',
    'description-long': 'Rhaid i’r disgrifiad cyhoeddus fod yn 10,000 nod neu lai',
    'place-long': 'Rhaid i’r lleoliad cyhoeddus fod yn 1,000 nod neu lai',
    saved: 'Mae eich penderfyniad wedi’i gadw.',
  },
});
