import type { CSSResult } from 'lit';
import { fieldStyles } from './field/field.styles.ts';
import { baseStyles } from './page/base.styles.ts';
import { backLinkStyles } from './back-link/back-link.styles.ts';
import { detailsStyles } from './details/details.styles.ts';
import { footerStyles } from './footer/footer.styles.ts';
import { headerStyles } from './header/header.styles.ts';
import { insetTextStyles } from './inset-text/inset-text.styles.ts';
import { languageNavigationStyles } from './language-navigation/language-navigation.styles.ts';
import { notificationBannerStyles } from './notification-banner/notification-banner.styles.ts';
import { layoutStyles } from './page/layout.styles.ts';
import { linkStyles } from './page/link.styles.ts';
import { tableStyles } from './page/table.styles.ts';
import { typographyStyles } from './page/typography.styles.ts';
import { paginationStyles } from './pagination/pagination.styles.ts';
import { panelStyles } from './panel/panel.styles.ts';
import { phaseBannerStyles } from './phase-banner/phase-banner.styles.ts';
import { skipLinkStyles } from './skip-link/skip-link.styles.ts';
import { summaryListStyles } from './summary-list/summary-list.styles.ts';
import { tagStyles } from './tag/tag.styles.ts';
import { warningTextStyles } from './warning-text/warning-text.styles.ts';
import { buttonStyles } from './button/button.styles.ts';
import { choicesStyles } from './choices/choices.styles.ts';
import { errorSummaryStyles } from './error-summary/error-summary.styles.ts';
import { fieldsetStyles } from './fieldset/fieldset.styles.ts';
import { selectStyles } from './select/select.styles.ts';
import { comboboxStyles } from './combobox/combobox.styles.ts';
import { textareaStyles } from './textarea/textarea.styles.ts';
import { dateInputStyles } from './date-input/date-input.styles.ts';
import { fileUploadStyles } from './file-upload/file-upload.styles.ts';
import { textInputStyles } from './text-input/text-input.styles.ts';

/** Every style of the package, in order: what `council.css` is made of. */
export const stylesheet: readonly CSSResult[] = [
  baseStyles,
  layoutStyles,
  typographyStyles,
  linkStyles,
  tableStyles,
  fieldStyles,
  fieldsetStyles,
  textInputStyles,
  textareaStyles,
  selectStyles,
  comboboxStyles,
  choicesStyles,
  buttonStyles,
  errorSummaryStyles,
  dateInputStyles,
  fileUploadStyles,
  skipLinkStyles,
  headerStyles,
  languageNavigationStyles,
  tagStyles,
  phaseBannerStyles,
  backLinkStyles,
  footerStyles,
  summaryListStyles,
  insetTextStyles,
  warningTextStyles,
  panelStyles,
  notificationBannerStyles,
  detailsStyles,
  paginationStyles,
];

// One by one, for a widget that brings only those of the components in it.
export {
  backLinkStyles,
  baseStyles,
  buttonStyles,
  choicesStyles,
  comboboxStyles,
  dateInputStyles,
  detailsStyles,
  errorSummaryStyles,
  fieldStyles,
  fieldsetStyles,
  fileUploadStyles,
  footerStyles,
  headerStyles,
  insetTextStyles,
  languageNavigationStyles,
  layoutStyles,
  linkStyles,
  notificationBannerStyles,
  paginationStyles,
  panelStyles,
  phaseBannerStyles,
  selectStyles,
  skipLinkStyles,
  summaryListStyles,
  tableStyles,
  tagStyles,
  textInputStyles,
  textareaStyles,
  typographyStyles,
  warningTextStyles,
};
