/** Where drafts are kept: nowhere, for as long as the tab is open, or on the device. */
export type DraftPlace = 'none' | 'tab' | 'device';

/** What the names of a journey's drafts begin with. */
export const draftPrefix = (journey: string): string => `council-journey:${journey}:`;

/** Blocked storage throws on first touch, also on reading the property: https://html.spec.whatwg.org/multipage/webstorage.html#dom-localstorage-dev */
export function attempt<Value>(storage: () => Value): Value | undefined {
  try {
    return storage();
  } catch {
    return undefined;
  }
}

export function storageOf(place: DraftPlace): Storage | undefined {
  if (place === 'none') return undefined;
  return attempt(() => (place === 'device' ? localStorage : sessionStorage));
}

/** Whether something is stored that may be a draft of a journey. */
export function hasDrafts(journey: string, place: DraftPlace): boolean {
  const storage = storageOf(place);
  return storage !== undefined && attempt(() => Object.keys(storage))?.some((key) => key.startsWith(draftPrefix(journey))) === true;
}
