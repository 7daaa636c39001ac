import { css, type CSSResult } from 'lit';

/** Radios and checkboxes. */
export const choicesStyles: CSSResult = css`
  council-radios,
  council-checkboxes {
    display: block;
  }
  /* Not the target size itself: a field that a small choice reveals is as large as any. */
  .council-radios,
  .council-checkboxes {
    --council-choice-size: var(--council-target-size);
  }
  .council-choices-item {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: var(--council-space-1);
    margin: 0 0 var(--council-space-2);
  }
  .council-choices-item[hidden],
  .council-choices-group[hidden],
  .council-choices-divider[hidden],
  .council-choices-conditional[hidden] {
    display: none;
  }
  .council-choices-item:last-child {
    margin-bottom: 0;
  }
  .council-choices-input {
    box-sizing: border-box;
    position: relative;
    display: grid;
    place-content: center;
    width: var(--council-choice-size);
    height: var(--council-choice-size);
    margin: 0;
    border: var(--council-border-width-input) solid var(--council-input-border);
    border-radius: var(--council-border-radius);
    appearance: none;
    background: var(--council-input-background);
    color: var(--council-input-mark);
    cursor: pointer;
  }
  .council-radios .council-choices-input {
    border-radius: 50%;
  }
  /* The marks are drawn with borders, which keep their colour where forced colours take backgrounds away. */
  .council-choices-input::before {
    content: '';
    opacity: 0;
  }
  .council-choices-input:checked::before {
    opacity: 1;
  }
  .council-radios .council-choices-input::before {
    border: calc(var(--council-choice-size) / 4.4) solid currentColor;
    border-radius: 50%;
  }
  .council-checkboxes .council-choices-input::before {
    width: calc(var(--council-choice-size) * 0.52);
    height: calc(var(--council-choice-size) * 0.26);
    margin-top: calc(var(--council-choice-size) * -0.12);
    border: solid currentColor;
    border-width: 0 0 calc(var(--council-choice-size) / 9) calc(var(--council-choice-size) / 9);
    transform: rotate(-45deg);
  }
  .council-choices-input:focus {
    outline: var(--council-focus-width) solid var(--council-colour-focus);
    outline-offset: 1px;
    border-color: var(--council-colour-focus-text);
    box-shadow: inset 0 0 0 2px var(--council-colour-focus-text);
  }
  @media (hover: hover) {
    .council-choices-input:not(:disabled, :focus):hover,
    .council-choices-input:not(:disabled, :focus):has(+ .council-choices-label:hover) {
      box-shadow: 0 0 0 4px var(--council-input-hover);
    }
  }
  .council-choices-label {
    align-self: center;
    margin: 0;
    padding: calc(var(--council-space-1) + 2px) var(--council-space-2);
    cursor: pointer;
    touch-action: manipulation;
  }
  .council-choices-input:disabled,
  .council-choices-input:disabled + .council-choices-label,
  .council-choices-input:disabled ~ .council-choices-hint {
    opacity: 0.5;
    cursor: not-allowed;
  }
  .council-choices-hint {
    grid-column: 2;
    margin: 0;
    padding: 0 var(--council-space-2);
  }
  .council-choices-conditional {
    margin: 0 0 var(--council-space-4);
    margin-inline-start: calc(var(--council-choice-size) / 2 - 2px);
    padding-inline-start: calc(var(--council-choice-size) / 2 + var(--council-space-1));
    border-inline-start: 4px solid var(--council-conditional-border);
  }
  .council-choices-conditional > .council-form-group:last-child,
  .council-choices-conditional > :last-child > .council-form-group:last-child {
    margin-bottom: 0;
  }
  .council-choices-divider {
    width: var(--council-choice-size);
    margin: 0 0 var(--council-space-2);
    text-align: center;
  }
  .council-choices-group + .council-choices-group {
    margin-top: var(--council-space-5);
  }
  .council-choices-heading {
    max-width: var(--council-measure);
    margin: 0 0 var(--council-space-2);
    font-weight: var(--council-font-weight-bold);
    overflow-wrap: anywhere;
  }
  .council-choices-search {
    max-width: 29.5em;
    margin: 0 0 var(--council-space-4);
  }
  .council-choices-search .council-hint {
    margin: var(--council-space-1) 0 0;
  }
  .council-radios--small,
  .council-checkboxes--small {
    --council-choice-size: 24px;
  }
  .council-radios--small .council-choices-label,
  .council-checkboxes--small .council-choices-label {
    padding: 0 var(--council-space-1);
  }
  .council-radios--small .council-choices-hint,
  .council-checkboxes--small .council-choices-hint {
    padding: 0 var(--council-space-1);
  }
  @media (min-width: 40.0625em) {
    .council-radios--inline {
      display: flex;
      flex-flow: row wrap;
      align-items: flex-start;
      column-gap: var(--council-space-4);
    }
    .council-radios--inline .council-choices-divider {
      align-self: center;
    }
  }
  @media (forced-colors: active) {
    .council-choices-input:focus {
      outline-color: Highlight;
      outline-offset: 2px;
    }
    .council-choices-input:disabled,
    .council-choices-input:disabled ~ .council-choices-label,
    .council-choices-input:disabled ~ .council-choices-hint {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
  }
`;
