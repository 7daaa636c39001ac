import { css, type CSSResult } from 'lit';

export const fileUploadStyles: CSSResult = css`
  council-file-upload {
    display: block;
  }
  .council-file-upload {
    max-width: 100%;
    margin-inline-start: calc(0px - var(--council-space-1));
    padding: var(--council-space-1);
    color: var(--council-input-text);
    font: inherit;
  }
  .council-file-upload::file-selector-button {
    min-height: var(--council-target-size);
    margin-inline-end: var(--council-space-2);
    font: inherit;
  }
  .council-file-upload:focus {
    outline: var(--council-focus-width) solid var(--council-colour-focus);
    box-shadow: inset 0 0 0 4px var(--council-colour-focus-text);
  }
  .council-file-upload-send {
    margin-top: var(--council-space-2);
    margin-bottom: var(--council-space-2);
  }
  .council-file-upload-send[hidden] {
    display: none;
  }
  .council-file-upload-zone--ready {
    box-sizing: border-box;
    position: relative;
    max-width: 29.5em;
    padding: var(--council-space-3);
    border: var(--council-border-width-input) dashed var(--council-file-upload-border);
    border-radius: var(--council-border-radius);
    background: var(--council-file-upload-background);
    color: var(--council-file-upload-text);
  }
  /* Over its face, unseen: everything that can be done with a file input can be done with this one. */
  .council-file-upload-zone--ready > .council-file-upload {
    position: absolute;
    inset: 0;
    z-index: 1;
    width: 100%;
    height: 100%;
    margin: 0;
    padding: 0;
    opacity: 0;
    cursor: pointer;
  }
  .council-file-upload-face {
    display: flex;
    flex-flow: row wrap;
    align-items: center;
    gap: var(--council-space-1) var(--council-space-2);
  }
  .council-file-upload-face > .council-file-upload-button {
    width: auto;
    margin: 0 0 2px;
  }
  .council-file-upload-zone--ready:hover .council-file-upload-button {
    background: var(--council-button-secondary-hover);
  }
  .council-file-upload-zone--ready:focus-within,
  .council-file-upload-zone--dragging {
    border-style: solid;
    border-color: var(--council-colour-focus-text);
    outline: var(--council-focus-width) solid var(--council-colour-focus);
    box-shadow: inset 0 0 0 2px var(--council-colour-focus-text);
  }
  .council-file-upload-zone--disabled {
    opacity: 0.5;
  }
  .council-file-upload-zone--disabled > .council-file-upload {
    cursor: not-allowed;
  }
  .council-file-upload-list {
    max-width: var(--council-measure);
    margin: var(--council-space-3) 0 0;
    padding: 0;
    list-style: none;
  }
  .council-file-upload-list[hidden],
  .council-file-upload-actions[hidden] {
    display: none;
  }
  .council-file-upload-item {
    display: flex;
    flex-flow: row wrap;
    justify-content: space-between;
    align-items: flex-start;
    gap: var(--council-space-1) var(--council-space-3);
    padding: var(--council-space-2) 0;
    border-bottom: var(--council-border-width) solid var(--council-colour-border);
  }
  .council-file-upload-about {
    flex: 1 1 12em;
    min-width: 0;
  }
  .council-file-upload-name {
    font-weight: var(--council-font-weight-bold);
    overflow-wrap: anywhere;
  }
  .council-file-upload-size {
    color: var(--council-hint-text);
    white-space: nowrap;
  }
  .council-file-upload-state {
    display: block;
    font-variant-numeric: tabular-nums;
  }
  .council-file-upload-item--failed .council-file-upload-state {
    color: var(--council-error-message-text);
    font-weight: var(--council-font-weight-bold);
  }
  .council-file-upload-progress {
    display: block;
    width: 100%;
    height: var(--council-space-2);
    margin: var(--council-space-1) 0 0;
    border: 0;
    appearance: none;
    background: var(--council-file-upload-progress-track);
    color: var(--council-file-upload-progress);
  }
  .council-file-upload-progress::-webkit-progress-bar {
    background: var(--council-file-upload-progress-track);
  }
  .council-file-upload-progress::-webkit-progress-value {
    background: var(--council-file-upload-progress);
  }
  .council-file-upload-progress::-moz-progress-bar {
    background: var(--council-file-upload-progress);
  }
  .council-file-upload-actions {
    display: flex;
    gap: var(--council-space-3);
  }
  .council-file-upload-action,
  .council-file-upload-remove {
    min-width: 24px;
    min-height: 24px;
    margin: 0;
    padding: 0;
    border: 0;
    appearance: none;
    background: none;
    color: var(--council-colour-link);
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .council-file-upload-action:hover,
  .council-file-upload-remove:hover {
    color: var(--council-colour-link-hover);
    text-decoration-thickness: 3px;
  }
  .council-file-upload-action:focus-visible,
  .council-file-upload-remove:focus-visible {
    outline: var(--council-focus-width) solid transparent;
    background: var(--council-colour-focus);
    box-shadow:
      0 -2px var(--council-colour-focus),
      0 4px var(--council-colour-focus-text);
    color: var(--council-colour-focus-text);
    text-decoration: none;
  }
  @media (forced-colors: active) {
    .council-file-upload-zone--ready:focus-within,
    .council-file-upload-action:focus-visible,
    .council-file-upload-remove:focus-visible {
      outline-color: Highlight;
      outline-offset: 2px;
    }
    .council-file-upload-progress {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
      background: Canvas;
      color: Highlight;
    }
    .council-file-upload-progress::-webkit-progress-value {
      background: Highlight;
    }
    .council-file-upload-progress::-moz-progress-bar {
      background: Highlight;
    }
  }
`;
