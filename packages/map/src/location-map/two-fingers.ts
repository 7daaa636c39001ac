import type { Map as LeafletMap } from 'leaflet';

/**
 * On a touch screen one finger scrolls the page, two move the map: a map that takes every finger is a trap on a phone. A finger on the
 * pin moves the pin.
 *
 * @param onOneFinger a finger tries to move the map; false when it has left
 */
export function moveWithTwoFingers(
  container: HTMLElement,
  map: LeafletMap,
  signal: AbortSignal,
  onOneFinger: (trying: boolean) => void,
): void {
  const isPin = ({ target }: Event): boolean => target instanceof Element && target.closest('.council-map__pin') !== null;
  // Before Leaflet hears of it.
  container.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType === 'touch') map.dragging.disable();
      else map.dragging.enable();
    },
    { signal, capture: true },
  );
  container.addEventListener(
    'touchmove',
    (event) => {
      // The browser has one finger to scroll with; two are ours: https://developer.mozilla.org/en-US/docs/Web/CSS/touch-action
      if (event.touches.length > 1) {
        onOneFinger(false);
        if (event.cancelable) event.preventDefault();
      } else if (!isPin(event)) onOneFinger(true);
    },
    { signal, passive: false },
  );
  for (const type of ['touchend', 'touchcancel'] as const) container.addEventListener(type, () => onOneFinger(false), { signal });
}
