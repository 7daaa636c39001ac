import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'back'
  | 'file-too-large'
  | 'file-not-sent'
  | 'files-too-large'
  | 'files-busy'
  | 'form-too-large'
  | 'expired-title'
  | 'expired'
  | 'start'
  | 'stale'
  | 'cookies-title'
  | 'cookies'
  | 'elsewhere-title'
  | 'elsewhere';

/** What only the plain pages say: with scripts it cannot happen, or is said by the elements. */
export const serverMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    back: 'Back',
    'file-too-large': '{name} must be smaller than {limit}',
    'file-not-sent': '{name} could not be uploaded. Try again',
    'files-too-large': 'These files are too large together. Upload them one at a time',
    'files-busy': 'Your files could not be uploaded because the service is busy. Try again in a minute, or continue without them',
    'form-too-large': 'Your answer is far too long. Write a shorter one',
    'expired-title': 'Your answers are no longer here',
    expired: 'They are kept for a limited time, and only in the browser they were given in. You can start again.',
    start: 'Start again',
    stale: 'This page was open for a long time, or in another tab. Nothing you entered on it is lost: check it and continue.',
    'cookies-title': 'Your browser does not keep cookies for this site',
    'elsewhere-title': 'Continue on {host}',
    elsewhere: 'The next step is on another website.',
    cookies: 'This form needs one cookie to hold your answers while you fill it in. Allow cookies for this site and start again.',
  },
  cy: {
    back: 'Yn ôl',
    'file-too-large': 'Rhaid i {name} fod yn llai na {limit}',
    'file-not-sent': 'Nid oedd modd uwchlwytho {name}. Rhowch gynnig arall arni',
    'files-too-large': 'Mae’r ffeiliau hyn yn rhy fawr gyda’i gilydd. Uwchlwythwch nhw fesul un',
    'files-busy':
      'Nid oedd modd uwchlwytho eich ffeiliau am fod y gwasanaeth yn brysur. Rhowch gynnig arall arni ymhen munud, neu parhewch hebddynt',
    'form-too-large': 'Mae eich ateb yn llawer rhy hir. Ysgrifennwch un byrrach',
    'expired-title': 'Nid yw eich atebion yma mwyach',
    expired: 'Fe’u cedwir am gyfnod cyfyngedig, a dim ond yn y porwr y’u rhoddwyd ynddo. Gallwch ddechrau eto.',
    start: 'Dechrau eto',
    stale: 'Bu’r dudalen hon ar agor am amser hir, neu mewn tab arall. Nid oes dim a roesoch arni wedi’i golli: gwiriwch hi a pharhewch.',
    'cookies-title': 'Nid yw eich porwr yn cadw cwcis ar gyfer y safle hwn',
    'elsewhere-title': 'Parhau ar {host}',
    elsewhere: 'Mae’r cam nesaf ar wefan arall.',
    cookies:
      'Mae angen un cwci ar y ffurflen hon i ddal eich atebion wrth i chi ei llenwi. Caniatewch gwcis ar gyfer y safle hwn a dechreuwch eto.',
  },
});
