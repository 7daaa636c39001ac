import { css, type CSSResult } from 'lit';

/** The second half positions Leaflet's panes; it brings no look of its own: https://leafletjs.com/reference.html#map-panes */
export const locationMapStyles: CSSResult = css`
  .council-map {
    margin: 0 0 var(--council-space-6);
  }
  .council-map__canvas {
    position: relative;
    z-index: 0;
    /* Of a phone held sideways it leaves a part to scroll by. */
    height: min(60vh, 28rem);
    overflow: hidden;
    border: var(--council-border-width-input) solid var(--council-input-border);
    background: var(--council-map-background);
    touch-action: pan-x pan-y;
    cursor: crosshair;
    user-select: none;
    -webkit-user-select: none;
  }
  .council-map__canvas:focus {
    outline: var(--council-focus-width) solid var(--council-colour-focus);
    outline-offset: 0;
    border-color: var(--council-colour-focus-text);
    box-shadow: inset 0 0 0 2px var(--council-colour-focus-text);
  }
  /* Over the map, while one finger tries to move it, and a moment longer. */
  .council-map__two-fingers {
    position: relative;
    z-index: 1;
    height: 0;
    margin: 0;
    visibility: hidden;
    text-align: center;
    pointer-events: none;
    transition: visibility 0s 1.5s;
  }
  .council-map__two-fingers > span {
    position: absolute;
    bottom: var(--council-space-3);
    left: 50%;
    width: max-content;
    max-width: 90%;
    transform: translateX(-50%);
    padding: var(--council-space-2) var(--council-space-3);
    border: 1px solid currentcolor;
    border-radius: var(--council-border-radius);
    background: var(--council-map-label-background);
    color: var(--council-map-label);
  }
  .council-map__two-fingers--shown {
    visibility: visible;
    transition: none;
  }
  .council-map__controls {
    display: flex;
    flex-wrap: wrap;
    gap: var(--council-space-1);
    margin: var(--council-space-2) 0;
  }
  .council-map__control {
    display: grid;
    place-items: center;
    width: var(--council-target-size);
    height: var(--council-target-size);
    padding: 0;
    border: var(--council-border-width-input) solid var(--council-input-border);
    border-radius: var(--council-border-radius);
    appearance: none;
    background: var(--council-input-background);
    color: var(--council-colour-text);
    cursor: pointer;
  }
  .council-map__control:hover {
    background: var(--council-colour-surface);
  }
  .council-map__control:focus {
    outline: var(--council-focus-width) solid var(--council-colour-focus);
    box-shadow: inset 0 0 0 2px var(--council-colour-focus-text);
  }
  .council-map__control svg {
    width: 24px;
    height: 24px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.5;
  }
  .council-map__place {
    margin: var(--council-space-2) 0 0;
    font-weight: var(--council-font-weight-bold);
    overflow-wrap: anywhere;
  }
  .council-map__attribution {
    margin: var(--council-space-1) 0 0;
    color: var(--council-colour-text-secondary);
    font-size: calc(var(--council-font-size-small) * var(--council-rem, 1rem));
  }

  .council-map__canvas .leaflet-pane,
  .council-map__canvas .leaflet-layer,
  .council-map__canvas .leaflet-tile-container,
  .council-map__canvas .leaflet-tile,
  .council-map__canvas .leaflet-marker-icon,
  .council-map__canvas .leaflet-pane > svg {
    position: absolute;
    top: 0;
    left: 0;
  }
  .council-map__canvas .leaflet-tile {
    max-width: none;
    max-height: none;
    visibility: hidden;
  }
  .council-map__canvas .leaflet-tile-loaded {
    visibility: inherit;
  }
  .council-map__canvas .leaflet-tile-pane {
    z-index: 200;
  }
  .council-map__canvas .leaflet-overlay-pane {
    z-index: 400;
  }
  .council-map__canvas .leaflet-marker-pane {
    z-index: 600;
  }
  .council-map__canvas .leaflet-pane > svg {
    max-width: none;
    max-height: none;
  }
  .council-map__canvas .leaflet-zoom-animated {
    transform-origin: 0 0;
  }
  .council-map__canvas .leaflet-zoom-anim .leaflet-zoom-animated {
    transition: transform 0.25s cubic-bezier(0, 0, 0.25, 1);
  }
  .council-map__canvas .leaflet-zoom-anim .leaflet-zoom-hide {
    visibility: hidden;
  }

  .council-map__canvas path {
    fill: none;
    stroke: none;
    pointer-events: none;
  }
  .council-map__canvas path.council-map__boundary {
    fill: var(--council-map-land);
    stroke: var(--council-map-boundary);
    stroke-width: 3;
    stroke-dasharray: 8 6;
  }
  .council-map__canvas path.council-map__ward {
    stroke: var(--council-map-ward);
    stroke-width: 1.5;
    stroke-dasharray: 3 5;
  }
  .council-map__canvas path.council-map__park {
    fill: var(--council-map-park);
  }
  .council-map__canvas path.council-map__water {
    fill: var(--council-map-water);
    stroke: var(--council-map-water);
    stroke-width: 2;
  }
  .council-map__canvas path.council-map__building {
    fill: var(--council-map-building);
  }
  .council-map__canvas path.council-map__street {
    stroke: var(--council-map-street);
    stroke-width: 4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .council-map__canvas .council-map__name {
    width: 0;
    height: 0;
  }
  .council-map__canvas .council-map__name span {
    position: absolute;
    transform: translate(-50%, -50%);
    padding: 0 3px;
    border-radius: 3px;
    background: var(--council-map-label-background);
    color: var(--council-map-label);
    font-size: 13px;
    white-space: nowrap;
    pointer-events: none;
  }
  .council-map__canvas .council-map__pin {
    cursor: grab;
    touch-action: none;
  }
  .council-map__canvas .council-map__pin svg {
    display: block;
    width: 36px;
    height: 44px;
  }
  .council-map__canvas .council-map__pin path {
    fill: var(--council-map-pin);
    stroke: var(--council-map-pin-outline);
    stroke-width: 2;
  }
  @media (forced-colors: active) {
    .council-map__canvas path.council-map__street,
    .council-map__canvas path.council-map__boundary {
      stroke: CanvasText;
    }
    .council-map__canvas .council-map__pin path {
      fill: Highlight;
      stroke: Canvas;
    }
  }
  @media print {
    .council-map__controls {
      display: none;
    }
  }
`;
