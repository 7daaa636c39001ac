import {
  backLinkStyles,
  baseStyles,
  buttonStyles,
  choicesStyles,
  dateInputStyles,
  errorSummaryStyles,
  fieldsetStyles,
  fieldStyles,
  fileUploadStyles,
  insetTextStyles,
  languageNavigationStyles,
  linkStyles,
  notificationBannerStyles,
  panelStyles,
  selectStyles,
  summaryListStyles,
  textareaStyles,
  textInputStyles,
  typographyStyles,
  warningTextStyles,
} from '@council-kit/elements/stylesheet.js';
import { css, type CSSResult } from 'lit';

/** The little that pages of a journey need beyond the components' own styles. */
export const journeyStyles: CSSResult = css`
  .council-link-button {
    margin: 0;
    padding-inline: 0;
    border: 0;
    background: none;
    font: inherit;
    cursor: pointer;
  }
`;

/** Everything a widget that runs a journey adopts: the styles of the components that its pages are made of, and no others. */
export const journeyStylesheet: readonly CSSResult[] = [
  baseStyles,
  typographyStyles,
  linkStyles,
  fieldStyles,
  fieldsetStyles,
  textInputStyles,
  textareaStyles,
  selectStyles,
  choicesStyles,
  buttonStyles,
  errorSummaryStyles,
  dateInputStyles,
  fileUploadStyles,
  languageNavigationStyles,
  backLinkStyles,
  summaryListStyles,
  insetTextStyles,
  warningTextStyles,
  panelStyles,
  notificationBannerStyles,
  journeyStyles,
];
