import { css, type CSSResult } from 'lit';
import { bodyText } from './text.styles.ts';

/** What every component's text stands on: in the document's body by class, in a widget's shadow root by its host. */
export const baseStyles: CSSResult = css`
  .council-body,
  :host {
    ${bodyText}
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
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
