import { css, type CSSResult } from 'lit';
import { bodyText, focusedLink } from '../page/text.styles.ts';

export const headerStyles: CSSResult = css`
  .council-header {
    ${bodyText}
    display: block;
    border-block-end: var(--council-border-width) solid var(--council-header-border);
    background: var(--council-header-background);
    color: var(--council-header-text);
  }
  .council-header-container {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--council-space-1) var(--council-space-6);
    padding-block: var(--council-space-3);
  }
  .council-header-homepage-link,
  .council-header-service-link {
    color: var(--council-header-link);
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  .council-header-homepage-link {
    display: inline-flex;
    align-items: center;
    gap: var(--council-space-3);
    min-height: var(--council-target-size);
    font-size: calc(var(--council-font-size-heading-m) * var(--council-rem, 1rem));
    font-weight: var(--council-font-weight-bold);
    line-height: var(--council-line-height-heading);
  }
  .council-header-logo {
    display: block;
    flex: none;
    max-width: 100%;
  }
  .council-header-logo :is(img, svg) {
    display: block;
    max-width: 100%;
    max-height: 4rem;
  }
  .council-header-service {
    margin: 0;
    margin-inline-start: auto;
    color: inherit;
    font: inherit;
  }
  :is(.council-header-homepage-link, .council-header-service-link):hover {
    text-decoration: underline;
    text-decoration-thickness: max(2px, 0.125em);
    text-underline-offset: 0.15em;
  }
  :is(.council-header-homepage-link, .council-header-service-link):focus {
    ${focusedLink}
  }
  @media (max-width: 40em) {
    .council-header-service {
      width: 100%;
      margin-inline-start: 0;
    }
  }
  @media print {
    .council-header {
      background: none;
      color: var(--council-colour-text);
    }
    .council-header-container {
      padding-block: 0 var(--council-space-2);
    }
    .council-header a {
      color: inherit;
    }
  }
`;
