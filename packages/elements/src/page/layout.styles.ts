import { css, type CSSResult } from 'lit';

/** The page around the content. */
export const layoutStyles: CSSResult = css`
  .council-page {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    min-height: 100dvh;
    margin: 0;
    background: var(--council-colour-background);
  }
  .council-width-container {
    box-sizing: border-box;
    width: 100%;
    max-width: calc(var(--council-page-width) + 2 * var(--council-space-6));
    margin-inline: auto;
    padding-inline: max(var(--council-space-3), env(safe-area-inset-left), env(safe-area-inset-right));
  }
  .council-main {
    display: block;
    padding-block: var(--council-space-4) var(--council-space-7);
  }
  .council-main:focus {
    outline: none;
  }
  .council-page-body {
    flex: 1 0 auto;
  }
  @media (min-width: 40.0625em) {
    .council-width-container {
      padding-inline: max(var(--council-space-6), env(safe-area-inset-left), env(safe-area-inset-right));
    }
    .council-main {
      padding-block: var(--council-space-6) var(--council-space-8);
    }
  }
  @media print {
    .council-page {
      display: block;
      min-height: 0;
    }
    .council-width-container {
      max-width: none;
      padding-inline: 0;
    }
    .council-main {
      padding-block: var(--council-space-4);
    }
  }
`;
