import type { NotifyTemplate } from '@council-kit/sandbox';
import { council } from './council.ts';

/** The ids that GOV.UK Notify gives templates, as the sandbox plays it. */
export const receipt = { en: '7d2b1c34-5e0f-4c5a-8a7e-0b1d5c2f9e01', cy: '7d2b1c34-5e0f-4c5a-8a7e-0b1d5c2f9e02' };

/** What Aldermere's residents are sent when they have paid: written in Notify's own editor, were it the real one. */
export const receiptTemplates: readonly NotifyTemplate[] = [
  {
    id: receipt.en,
    type: 'email',
    name: 'Receipt',
    subject: `Your payment to ${council.name.en}: ((amount))`,
    body: `# We have received your payment

* Amount: ((amount))
* Paid for: ((paid_for))
* ((reference_name)): ((reference))
* Date: ((date))
* Payment number: ((payment_number))

It can take 3 working days until the payment shows on your account.

See this payment: ((receipt_page))

---
${council.name.en}, ${council.telephone}. Nobody reads answers to this email.`,
  },
  {
    id: receipt.cy,
    type: 'email',
    name: 'Derbynneb',
    subject: `Eich taliad i ${council.name.cy}: ((amount))`,
    body: `# Rydym wedi derbyn eich taliad

* Swm: ((amount))
* Talwyd am: ((paid_for))
* ((reference_name)): ((reference))
* Dyddiad: ((date))
* Rhif y taliad: ((payment_number))

Gall gymryd 3 diwrnod gwaith nes bod y taliad yn ymddangos ar eich cyfrif.

Gweld y taliad hwn: ((receipt_page))

---
${council.name.cy}, ${council.telephone}. Nid oes neb yn darllen atebion i’r e-bost hwn.`,
  },
];
