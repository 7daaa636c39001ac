import { css, type CSSResult } from 'lit';

/** What every component's text stands on: in the document's body by class, in a widget's shadow root by its host. */
export const baseStyles: CSSResult = css`
  .council-body,
  :host {
    color: var(--council-colour-text);
    font-family: var(--council-font-family);
    font-size: calc(var(--council-font-size-body) * var(--council-rem, 1rem));
    font-weight: var(--council-font-weight-regular);
    line-height: var(--council-line-height-body);
    -webkit-text-size-adjust: 100%;
  }
  .council-visually-hidden {
    position: absolute !important;
    width: 1px !important;
    height: 1px !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    overflow: hidden !important;
    clip-path: inset(50%) !important;
    white-space: nowrap !important;
  }
`;
