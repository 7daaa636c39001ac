/** What is told of a search that gave nothing to choose from, and the way on. */
import { cutText } from '@council-kit/core';
import type { Neighbour } from '../contract/lookup.ts';
import { addressSearchMessages } from './searching.messages.ts';
import { whenDown } from './when-down.ts';
import type { Found } from './find-addresses.ts';
import type { Said } from './search-panel.template.ts';
import type { TypedQuestion } from './typed-question.ts';

/** A search as it stands. */
export interface Search {
  readonly typed: string;
  readonly question: TypedQuestion;
  /** What is known of it; undefined while nothing is. */
  readonly found: Found | undefined;
  /** How many options are left of that. */
  readonly shown: number;
  /** Whether more of it is on its way. */
  readonly pending: boolean;
  /** Whether somebody asked for it and not just typed: what is too short to ask is said then. */
  readonly pressed: boolean;
  readonly stopped: boolean;
  readonly language: string;
}

/** What is told while a search goes on, once there is more to tell than that. */
export function howFar(found: Found | undefined, language: string): string | undefined {
  return found?.kind === 'found' ? sayIn(language)('loaded', { loaded: found.addresses.length, total: found.total }) : undefined;
}

/** Undefined where nothing is the matter. */
export function whatIsTheMatter(search: Search): Said | undefined {
  const { question, found, pressed, language } = search;
  const say = sayIn(language);
  const typed = cutText(search.typed.trim(), 60, 'code-units');
  if (search.stopped) return { title: say('stopped'), tryAgain: true };
  switch (question.kind) {
    case 'nothing':
    case 'incomplete':
      return pressed ? { title: say(question.kind) } : undefined;
    case 'not-a-postcode':
      return { title: say('notPostcode', { typed }) };
    case 'unlisted':
      return { title: say('unlisted', { postcode: question.postcode.text }), way: say('unlistedWay') };
  }
  const postcode = question.kind === 'postcode' ? question.postcode.text : typed;
  switch (found?.kind) {
    case undefined:
      return undefined;
    case 'busy':
      return { title: say('busy', { count: found.seconds }) };
    case 'down':
      return whenDown(language);
    case 'not-a-postcode':
      return { title: say('notPostcode', { typed }) };
    case 'not-found':
      return { title: say('notFound', { postcode }), way: say('notFoundWay') };
    case 'terminated':
      return { title: say('terminated', { postcode }), way: found.detail ?? say('terminatedWay') };
    case 'not-listed':
      return { title: say('unlisted', { postcode }), way: say('unlistedWay') };
    case 'found':
      return ofList(search, found, postcode, typed);
  }
}

function ofList(
  { question, shown, pending, language }: Search,
  { addresses, outside }: Extract<Found, { kind: 'found' }>,
  postcode: string,
  typed: string,
): Said | undefined {
  const say = sayIn(language);
  const [council] = outside;
  if (shown > 0)
    return council?.name !== undefined && question.kind === 'postcode'
      ? { title: say('someElsewhere', { council: council.name }), link: linkTo(council, language) }
      : undefined;
  if (pending) return undefined;
  if (addresses.length > 0 && question.kind === 'postcode')
    return { title: say('noPremises', { postcode, typed: question.narrow }), way: say('noPremisesWay') };
  if (council)
    return {
      title: council.name === undefined ? say('elsewhereUnnamed') : say('elsewhere', { council: council.name }),
      way: say('elsewhereWay'),
      link: linkTo(council, language),
    };
  return question.kind === 'postcode'
    ? { title: say('notFound', { postcode }), way: say('notFoundWay') }
    : { title: say('noWords', { typed }), way: say('noWordsWay') };
}

function linkTo({ name, url }: Neighbour, language: string): Said['link'] {
  return name !== undefined && url !== undefined ? { text: sayIn(language)('theirSite', { council: name }), href: url } : undefined;
}

const sayIn =
  (language: string) =>
  (key: Parameters<typeof addressSearchMessages.say>[0], places?: Readonly<Record<string, string | number>>): string =>
    addressSearchMessages.say(key, language, places);
