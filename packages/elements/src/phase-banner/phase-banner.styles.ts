import { css, type CSSResult } from 'lit';
import { smallText } from '../page/text.styles.ts';

export const phaseBannerStyles: CSSResult = css`
  .council-phase-banner-content {
    ${smallText}
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--council-space-1) var(--council-space-2);
    margin: 0;
    padding-block: var(--council-space-2);
    border-block-end: var(--council-border-width) solid var(--council-phase-banner-border);
    color: var(--council-colour-text);
  }
  .council-phase-banner-tag {
    flex: none;
    font-size: inherit;
    font-weight: var(--council-font-weight-bold);
  }
  .council-phase-banner-tag:not([class*='council-tag--']) {
    background: var(--council-phase-banner-tag-background);
    color: var(--council-phase-banner-tag-text);
  }
  .council-phase-banner-text {
    flex: 1 1 12em;
  }
  @media print {
    .council-phase-banner {
      display: none;
    }
  }
`;
