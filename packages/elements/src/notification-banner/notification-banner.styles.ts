import { css, type CSSResult } from 'lit';
import { bodyText } from '../page/text.styles.ts';

export const notificationBannerStyles: CSSResult = css`
  .council-notification-banner {
    ${bodyText}
    margin: 0 0 var(--council-space-6);
    border: var(--council-border-width-input) solid var(--council-notification-background);
    border-radius: var(--council-border-radius);
    background: var(--council-notification-background);
    overflow-wrap: anywhere;
  }
  .council-notification-banner--success {
    border-color: var(--council-notification-success-background);
    background: var(--council-notification-success-background);
  }
  .council-notification-banner:focus {
    outline: var(--council-focus-width) solid var(--council-colour-focus-text);
    outline-offset: 0;
    box-shadow: 0 0 0 calc(2 * var(--council-focus-width)) var(--council-colour-focus);
  }
  .council-notification-banner-header {
    padding: var(--council-space-1) var(--council-space-4);
  }
  .council-notification-banner-title {
    margin: 0;
    padding: 0;
    border: 0;
    color: var(--council-notification-text);
    font: inherit;
    font-weight: var(--council-font-weight-bold);
  }
  .council-notification-banner--success .council-notification-banner-title {
    color: var(--council-notification-success-text);
  }
  .council-notification-banner-content {
    padding: var(--council-space-4);
    background: var(--council-notification-body-background);
    color: var(--council-notification-body-text);
  }
  .council-notification-banner-content > * {
    max-width: var(--council-measure);
  }
  .council-notification-banner-content > :first-child {
    margin-top: 0;
  }
  .council-notification-banner-content > :last-child {
    margin-bottom: 0;
  }
  .council-notification-banner-heading {
    margin: 0 0 var(--council-space-3);
    padding: 0;
    color: inherit;
    font-family: inherit;
    font-size: calc(var(--council-font-size-heading-m) * var(--council-rem, 1rem));
    font-weight: var(--council-font-weight-bold);
    line-height: 1.3;
  }
  @media (forced-colors: active) {
    .council-notification-banner-header {
      border-block-end: var(--council-border-width-input) solid;
    }
  }
  @media print {
    .council-notification-banner,
    .council-notification-banner-header {
      background: none;
    }
    .council-notification-banner .council-notification-banner-title {
      color: inherit;
    }
  }
`;
