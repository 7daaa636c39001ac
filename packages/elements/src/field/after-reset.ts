/**
 * Calls back when the form of a control has been reset. The event comes before the controls change, and the form may be
 * another one by then: so it is listened for at the root.
 */
export function afterReset(host: Element, signal: AbortSignal, callback: () => void): void {
  host.getRootNode().addEventListener(
    'reset',
    (event) => {
      if (!(event.target instanceof HTMLFormElement) || !event.target.contains(host)) return;
      setTimeout(() => {
        if (!signal.aborted) callback();
      });
    },
    { signal },
  );
}
