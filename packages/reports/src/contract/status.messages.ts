import type { Text } from '@council-kit/core';
import type { Status } from './status.ts';

/** What each status is called. */
export const statusNames: Readonly<Record<Status, Text>> = {
  open: { en: 'Reported', cy: 'Wedi’i adrodd' },
  for_triage: { en: 'Being looked at', cy: 'Yn cael ei ystyried' },
  investigating: { en: 'Being investigated', cy: 'Yn cael ei ymchwilio' },
  planned: { en: 'Work is planned', cy: 'Gwaith wedi’i gynllunio' },
  action_scheduled: { en: 'Work has a date', cy: 'Dyddiad wedi’i bennu ar gyfer y gwaith' },
  in_progress: { en: 'Being worked on', cy: 'Gwaith ar y gweill' },
  fixed: { en: 'Fixed', cy: 'Wedi’i drwsio' },
  closed: { en: 'Closed', cy: 'Wedi cau' },
  duplicate: { en: 'Closed: somebody had reported it already', cy: 'Wedi cau: roedd rhywun wedi rhoi gwybod yn barod' },
  not_councils_responsibility: { en: 'Closed: not for the council', cy: 'Wedi cau: nid mater i’r cyngor' },
  no_further_action: { en: 'Closed: nothing more will be done', cy: 'Wedi cau: ni wneir dim mwy' },
  internal_referral: { en: 'Passed to another team', cy: 'Wedi’i drosglwyddo i dîm arall' },
  cancelled: { en: 'Cancelled', cy: 'Wedi’i ganslo' },
};
