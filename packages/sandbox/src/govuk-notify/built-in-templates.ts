import type { NotifyTemplate } from './settings.ts';

const id = (last: string): string => `00000000-0000-4000-8000-0000000000${last}`;

/** The templates that are there when no others are given: one of each kind, and a receipt in English and Welsh. */
export const builtInTemplates: readonly NotifyTemplate[] = [
  {
    id: id('e1'),
    type: 'email',
    name: 'Payment receipt',
    subject: 'We have received your payment of ((amount))',
    body: `# Your payment

* Amount: ((amount))
* Paid for: ((paid_for))
* ((reference_name)): ((reference))
* Date: ((date))

^ Keep this email. You may be asked for the payment number: ((payment_number))

See this payment: ((receipt_page))

---
You cannot reply to this email.`,
  },
  {
    id: id('e2'),
    type: 'email',
    name: 'Derbynneb am daliad',
    subject: 'Rydym wedi derbyn eich taliad o ((amount))',
    body: `# Eich taliad

* Swm: ((amount))
* Talwyd am: ((paid_for))
* ((reference_name)): ((reference))
* Dyddiad: ((date))

^ Cadwch yr e-bost hwn. Efallai y gofynnir i chi am rif y taliad: ((payment_number))

Gweld y taliad hwn: ((receipt_page))

---
Ni allwch ateb yr e-bost hwn.`,
  },
  { id: id('a1'), type: 'sms', name: 'Reminder', body: 'Your ((bin)) bin is collected on ((day)).' },
  {
    id: id('b1'),
    type: 'letter',
    name: 'Reminder',
    subject: 'Your council tax: ((reference))',
    body: 'Dear ((name))\n\nYou have not paid ((amount)).\n\n* Pay by ((date))\n* Or call us',
    contactBlock: 'Aldermere Council\nTown Hall\nAldermere\nAM1 1AA',
    postage: 'second',
  },
];
