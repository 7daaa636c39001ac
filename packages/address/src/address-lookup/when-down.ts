import { addressLookupMessages } from './address-lookup.messages.ts';
import type { Said } from './search-panel.template.ts';

/** Nobody answers, or the part of the element that asks did not load. */
export function whenDown(language: string): Said {
  return { title: addressLookupMessages.say('down', language), way: addressLookupMessages.say('downWay', language), tryAgain: true };
}
