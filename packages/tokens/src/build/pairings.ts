/**
 * What a pairing has to reach.
 * - `text`: 4.5:1, WCAG 2.2 success criterion 1.4.3.
 * - `graphic`: 3:1, 1.4.11 (edges of controls, marks, lines that carry meaning) and 2.4.13 (focus).
 * - `inactive`: 3:1. WCAG asks nothing of a control that cannot be used; we ask that it can be read.
 */
export type Need = 'text' | 'graphic' | 'inactive';

export const needs: Record<Need, { ratio: number; says: string }> = {
  text: { ratio: 4.5, says: 'text needs 4.5:1 (WCAG 2.2, 1.4.3)' },
  graphic: { ratio: 3, says: 'what is not text needs 3:1 (WCAG 2.2, 1.4.11)' },
  inactive: { ratio: 3, says: 'text of an inactive control needs 3:1 to be readable' },
};

/** Two colours that are seen against each other. */
export interface Pairing {
  /** The token in front. Where there are two, they are drawn together and one of them has to stand out. */
  foreground: string | readonly [string, string];
  background: string;
  need: Need;
}

type Foregrounds = readonly (string | readonly [string, string])[];

const pair = (need: Need, foregrounds: Foregrounds, backgrounds: readonly string[]): Pairing[] =>
  backgrounds.flatMap((background) => foregrounds.map((foreground) => ({ foreground, background, need })));

/** Where a component may find itself: on the page itself or on a raised panel. */
const grounds = ['colour.background', 'colour.surface'] as const;

const tags = ['grey', 'green', 'turquoise', 'blue', 'purple', 'pink', 'red', 'orange', 'yellow'] as const;

/** The focus ring is two colours side by side, so that it stands out on light and dark alike (2.4.13). */
const focusRing = ['colour.focus', 'colour.focus-text'] as const;

/** What the map's lines and marks are drawn on. */
const mapAreas = ['map.background', 'map.land', 'map.building', 'map.water', 'map.park'] as const;

/**
 * Every pairing the components use. A component that puts a colour on another adds the line here; a colour token that stands in
 * no line fails the build.
 */
export const pairings: readonly Pairing[] = [
  // Words on the page.
  ...pair(
    'text',
    ['colour.text', 'colour.text-secondary', 'colour.link', 'colour.link-hover', 'colour.link-visited', 'colour.link-active'],
    grounds,
  ),
  ...pair('text', ['colour.error', 'colour.success', 'colour.information', 'colour.warning'], grounds),
  ...pair('text', ['colour.text', 'colour.error', 'colour.link'], ['colour.error-background']),
  ...pair('text', ['colour.text', 'colour.text-secondary'], ['colour.input-background']),
  ...pair('text', ['colour.brand-text'], ['colour.brand']),
  ...pair('text', ['colour.error-text'], ['colour.error']),
  ...pair('text', ['colour.success-text'], ['colour.success']),
  ...pair('text', ['colour.information-text'], ['colour.information']),
  ...pair('text', ['colour.warning-text'], ['colour.warning']),
  ...pair('text', ['colour.action-text'], ['colour.action', 'colour.action-hover']),
  ...pair('text', ['colour.secondary-text'], ['colour.secondary', 'colour.secondary-hover']),
  ...pair('text', ['colour.danger-text'], ['colour.danger', 'colour.danger-hover']),
  ...pair('inactive', ['colour.disabled-text'], ['colour.disabled']),

  // Edges, lines and marks on the page.
  ...pair('graphic', ['colour.border', 'colour.input-border', 'colour.error', 'colour.hover'], [...grounds, 'colour.input-background']),
  ...pair('graphic', ['colour.action-shadow', 'colour.secondary-shadow', 'colour.danger-shadow'], grounds),

  // Focus: the ring wherever something can be focused, the text and its underline on the focus colour.
  ...pair('text', ['colour.focus-text'], ['colour.focus']),
  ...pair(
    'graphic',
    [focusRing],
    [
      ...grounds,
      'colour.input-background',
      'colour.error-background',
      'colour.brand',
      'header.background',
      'footer.background',
      'notification.body-background',
      'panel.background',
      'file-upload.background',
      ...mapAreas,
    ],
  ),

  // Buttons.
  ...pair('text', ['button.text'], ['button.background', 'button.hover']),
  ...pair('text', ['button.secondary-text'], ['button.secondary-background', 'button.secondary-hover']),
  ...pair('text', ['button.warning-text'], ['button.warning-background', 'button.warning-hover']),
  ...pair('inactive', ['button.disabled-text'], ['button.disabled-background']),
  ...pair('graphic', ['button.shadow', 'button.secondary-shadow', 'button.warning-shadow'], grounds),

  // Forms.
  ...pair('text', ['label.text', 'hint.text', 'error-message.text'], grounds),
  ...pair('text', ['input.text'], ['input.background']),
  ...pair('text', ['input.prefix-text'], ['input.prefix-background']),
  ...pair('graphic', ['input.mark'], ['input.background']),
  ...pair('graphic', ['input.border', 'input.error-border'], [...grounds, 'input.background', 'input.prefix-background']),
  ...pair('graphic', ['input.hover', 'conditional.border'], grounds),
  ...pair('text', ['error-summary.text', 'error-summary.link', 'colour.link-hover'], ['error-summary.background']),
  ...pair('graphic', ['error-summary.border'], ['error-summary.background', ...grounds]),
  ...pair('text', ['file-upload.text', 'colour.text-secondary', 'colour.error'], ['file-upload.background']),
  ...pair('graphic', ['file-upload.border'], ['file-upload.background', ...grounds]),
  ...pair('graphic', ['file-upload.progress'], ['file-upload.progress-track', ...grounds]),

  // Around the page.
  ...pair('text', ['header.text', 'header.link'], ['header.background']),
  ...pair('graphic', ['header.border'], grounds),
  ...pair('text', ['footer.text', 'footer.link', 'colour.link-hover', 'colour.link-visited', 'colour.link-active'], ['footer.background']),
  ...pair('graphic', ['footer.border'], ['footer.background', 'colour.background']),
  ...pair('text', ['phase-banner.tag-text'], ['phase-banner.tag-background']),
  ...pair('graphic', ['phase-banner.border'], grounds),
  ...pair('text', ['skip-link.text'], ['skip-link.background']),
  ...pair('text', ['pagination.current-text'], ['pagination.current-background']),
  ...pair('graphic', ['pagination.current-background'], ['colour.background']),
  ...pair('text', ['colour.link', 'colour.link-hover'], ['pagination.hover']),

  // Things to read.
  ...pair('text', ['panel.text'], ['panel.background']),
  ...pair('text', ['notification.text'], ['notification.background']),
  ...pair('text', ['notification.success-text'], ['notification.success-background']),
  ...pair('text', ['notification.body-text', 'colour.link'], ['notification.body-background']),
  ...pair('graphic', ['notification.background', 'notification.success-background'], ['notification.body-background', ...grounds]),
  ...pair('text', ['warning-icon.text'], ['warning-icon.background']),
  ...pair('graphic', ['warning-icon.background', 'inset.border', 'summary-list.border', 'details.border'], grounds),
  ...pair('text', ['summary-list.key-text', 'summary-list.value-text', 'details.summary'], grounds),
  ...tags.flatMap((name) => pair('text', [`tag.${name}-text`], [`tag.${name}-background`])),
  ...pair('graphic', ['tag.border'], grounds),

  // The map. What is drawn is also said in words, so its areas need not stand out from each other; what is drawn over them does.
  ...pair('graphic', ['map.street', 'map.boundary', 'map.ward'], mapAreas),
  ...pair('text', ['map.label'], ['map.label-background']),
  ...pair('graphic', ['map.pin'], ['map.pin-outline']),
  ...pair('graphic', ['map.crosshair'], ['map.crosshair-outline']),
  ...pair(
    'graphic',
    [
      ['map.pin', 'map.pin-outline'],
      ['map.crosshair', 'map.crosshair-outline'],
    ],
    mapAreas,
  ),
];
