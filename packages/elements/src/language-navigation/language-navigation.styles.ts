import { css, type CSSResult } from 'lit';
import { bodyText, focusedLink } from '../page/text.styles.ts';

export const languageNavigationStyles: CSSResult = css`
  .council-language-navigation {
    ${bodyText}
    display: block;
    float: none;
    margin: 0;
    padding: var(--council-space-1) 0;
    background: none;
  }
  .council-language-navigation-list {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0 var(--council-space-4);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .council-language-navigation-item {
    display: flex;
    align-items: center;
    min-height: var(--council-target-size);
    margin: 0;
    list-style: none;
  }
  .council-language-navigation-text {
    font-weight: var(--council-font-weight-bold);
  }
  .council-language-navigation-link {
    padding-block: var(--council-space-1);
    color: var(--council-colour-link);
    text-decoration: underline;
    text-decoration-thickness: max(1px, 0.0625em);
    text-underline-offset: 0.15em;
  }
  button.council-language-navigation-link {
    margin: 0;
    padding-inline: 0;
    border: 0;
    background: none;
    font: inherit;
    cursor: pointer;
  }
  .council-language-navigation-link:hover {
    color: var(--council-colour-link-hover);
    text-decoration-thickness: max(3px, 0.1875em);
    text-decoration-skip-ink: none;
  }
  .council-language-navigation-link:focus {
    ${focusedLink}
  }
  @media print {
    .council-language-navigation {
      display: none;
    }
  }
`;
