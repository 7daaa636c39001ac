import '@council-kit/address/define.js';
import '@council-kit/journeys/define.js';
import { addressSpecial } from '@council-kit/address';
import { requestGateway } from '@council-kit/core';
import { special, type Submit } from '@council-kit/journeys';
import * as v from 'valibot';
import { moveOf } from '../council/moved/move.ts';
import { movedJourney } from '../council/moved/moved.journey.ts';

const acceptedSchema = v.object({ reference: v.string() });

const element = document.querySelector('council-journey');
if (element) {
  const gateway = element.dataset['gateway'] ?? '';
  const submit: Submit = async (answers, { idempotencyKey, language, signal }) => {
    const url = new URL(`${gateway}/moves`, document.baseURI);
    const outcome = await requestGateway(url, { schema: acceptedSchema, body: moveOf(answers), idempotencyKey, language, signal });
    return outcome.kind === 'answer' ? { kind: 'accepted', accepted: outcome.value } : outcome;
  };
  element.specials = { address: special(addressSpecial({ gateway })) };
  element.submit = submit;
  element.journey = movedJourney;
}
