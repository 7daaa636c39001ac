export type { Content } from './field/content.ts';
export { classes, orNothing } from './field/content.ts';
export {
  describedBy,
  type ErrorMessageOptions,
  type FieldOptions,
  type FormGroupOptions,
  type HintOptions,
  type LabelOptions,
} from './field/field-options.ts';
export { errorMessageTemplate, formGroupTemplate, hintTemplate, labelTemplate } from './field/field.template.ts';
export { fieldsetTemplate, type FieldsetOptions, type LegendOptions } from './fieldset/fieldset.template.ts';
export { buttonGroupTemplate, buttonTemplate, type ButtonOptions } from './button/button.template.ts';
export { checkboxesTemplate, type CheckboxesOptions } from './checkboxes/checkboxes.template.ts';
export type { Choice, ChoiceDivider, ChoiceGroup, ChoiceItem, ChoicesOptions } from './choices/choices.template.ts';
export { errorSummaryTemplate, type ErrorSummaryItem, type ErrorSummaryOptions } from './error-summary/error-summary.template.ts';
export { dateInputTemplate, type DateInputOptions, type DateInputPart } from './date-input/date-input.template.ts';
export { fileUploadTemplate, type FileUploadOptions } from './file-upload/file-upload.template.ts';
export type { UploadedFile } from './file-upload/uploaded-file.ts';
export { radiosTemplate, type RadiosOptions } from './radios/radios.template.ts';
export { selectTemplate, type SelectItem, type SelectOptions } from './select/select.template.ts';
export { textareaTemplate, type TextareaOptions } from './textarea/textarea.template.ts';
export { textInputTemplate, type TextInputOptions } from './text-input/text-input.template.ts';
export { headingTemplate, type HeadingLevel } from './page/heading.template.ts';
export { pageTemplate, pageTitle, type PageOptions } from './page/page.template.ts';
export { backLinkTemplate, type BackLinkOptions } from './back-link/back-link.template.ts';
export { detailsTemplate, type DetailsOptions } from './details/details.template.ts';
export { footerTemplate, type FooterLink, type FooterOptions } from './footer/footer.template.ts';
export { headerTemplate, type HeaderOptions } from './header/header.template.ts';
export { insetTextTemplate, type InsetTextOptions } from './inset-text/inset-text.template.ts';
export { languageNavigationMessages } from './language-navigation/language-navigation.messages.ts';
export {
  languageNavigationTemplate,
  type LanguageNavigationItem,
  type LanguageNavigationOptions,
} from './language-navigation/language-navigation.template.ts';
export { notificationBannerTemplate, type NotificationBannerOptions } from './notification-banner/notification-banner.template.ts';
export { numberedPages } from './pagination/numbered-pages.ts';
export { paginationTemplate, type PaginationItem, type PaginationLink, type PaginationOptions } from './pagination/pagination.template.ts';
export { panelTemplate, type PanelOptions } from './panel/panel.template.ts';
export { phaseBannerTemplate, type PhaseBannerOptions } from './phase-banner/phase-banner.template.ts';
export { skipLinkTemplate, type SkipLinkOptions } from './skip-link/skip-link.template.ts';
export {
  summaryListTemplate,
  type SummaryListAction,
  type SummaryListActions,
  type SummaryListOptions,
  type SummaryListRow,
} from './summary-list/summary-list.template.ts';
export { tagTemplate, type TagColour, type TagOptions } from './tag/tag.template.ts';
export { warningTextTemplate, type WarningTextOptions } from './warning-text/warning-text.template.ts';
