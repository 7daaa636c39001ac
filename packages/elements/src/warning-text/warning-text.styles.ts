import { css, type CSSResult } from 'lit';
import { bodyText } from '../page/text.styles.ts';

export const warningTextStyles: CSSResult = css`
  .council-warning-text {
    ${bodyText}
    display: flex;
    gap: var(--council-space-3);
    align-items: flex-start;
    max-width: var(--council-measure);
    margin: 0 0 var(--council-space-6);
    padding: var(--council-space-2) 0;
  }
  .council-warning-text-icon {
    display: grid;
    flex: none;
    place-items: center;
    box-sizing: border-box;
    width: 1.625em;
    height: 1.625em;
    border: 2px solid var(--council-warning-icon-background);
    border-radius: 50%;
    background: var(--council-warning-icon-background);
    color: var(--council-warning-icon-text);
    font-size: 1.2em;
    font-weight: var(--council-font-weight-bold);
    line-height: 1;
    -webkit-user-select: none;
    user-select: none;
    forced-color-adjust: none;
  }
  .council-warning-text-text {
    flex: 1 1 auto;
    min-width: 0;
    padding-block: 0.25em;
    color: inherit;
    font-weight: var(--council-font-weight-bold);
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    .council-warning-text-icon {
      border-color: CanvasText;
      background: CanvasText;
      color: Canvas;
    }
  }
  @media print {
    .council-warning-text-icon {
      border-color: var(--council-colour-text);
      background: none;
      color: var(--council-colour-text);
    }
  }
`;
