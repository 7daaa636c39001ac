import { css, type CSSResult } from 'lit';

export const addressLookupStyles: CSSResult = css`
  council-address-lookup {
    display: block;
  }
  .council-address-by-hand[hidden],
  .council-address-line[hidden],
  .council-address-panel [hidden] {
    display: none;
  }
  .council-address-panel > div > * {
    margin-block: 0 var(--council-space-4);
  }
  .council-address-panel .council-form-group {
    margin-block-end: var(--council-space-2);
  }
  .council-address-said {
    max-width: 29.5em;
    padding-inline-start: var(--council-space-3);
    border-inline-start: 4px solid var(--council-colour-border);
    overflow-wrap: anywhere;
  }
  .council-address-said > .council-body {
    margin: 0 0 var(--council-space-1);
  }
  .council-address-said--chosen {
    border-inline-start-color: var(--council-colour-text);
  }
  .council-address-ways {
    display: flex;
    flex-flow: row wrap;
    gap: var(--council-space-2) var(--council-space-4);
    align-items: baseline;
  }
  .council-address-ways > .council-button {
    width: auto;
    margin: 0;
  }
  .council-address-way {
    min-height: 24px;
    margin: 0;
    padding: var(--council-space-1) 0;
    border: 0;
    appearance: none;
    background: none;
    color: var(--council-colour-link);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .council-address-way:hover {
    color: var(--council-colour-link-hover);
    text-decoration-thickness: 3px;
  }
  .council-address-way:focus-visible {
    outline: var(--council-focus-width) solid transparent;
    background: var(--council-colour-focus);
    box-shadow:
      0 -2px var(--council-colour-focus),
      0 4px var(--council-colour-focus-text);
    color: var(--council-colour-focus-text);
    text-decoration: none;
  }
  /* An answer mostly comes sooner than one could read this. */
  .council-address-looking {
    animation: council-address-appear 0s 0.6s both;
  }
  @keyframes council-address-appear {
    from {
      visibility: hidden;
    }
  }
  @media (forced-colors: active) {
    .council-address-way:focus-visible {
      outline-color: Highlight;
      outline-offset: 2px;
    }
  }
`;
