import { safeUrl } from '@council-kit/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { AddressText } from '../rules/by-hand.ts';
import { addressLookupMessages } from './address-lookup.messages.ts';

/** Something to be told: what is the matter, and what to do about it. */
export interface Said {
  readonly title: string;
  readonly way?: string;
  /** Where another council can be reached. */
  readonly link?: { readonly text: string; readonly href: string };
  readonly tryAgain?: boolean;
}

/** What stands under the field that addresses are searched with. */
export interface SearchPanel {
  readonly language: string;
  readonly said: Said | undefined;
  /** Words while it looks; undefined when it does not. */
  readonly looking: string | undefined;
  readonly chosen: AddressText | undefined;
  readonly onFind: () => void;
  readonly onStop: () => void;
  readonly onTryAgain: () => void;
  readonly onByHand: () => void;
}

/** A button that goes on in a way of its own, and looks like a link: the page has one main button already. */
export function wayTemplate(text: string, press: () => void): TemplateResult {
  return html`<button type="button" class="council-address-way" @click=${press}>${text}</button>`;
}

export function searchPanelTemplate(panel: SearchPanel): TemplateResult {
  const { language, said, looking, chosen } = panel;
  const say = (key: 'stop' | 'find' | 'byHand' | 'changeByHand' | 'chosen' | 'tryAgain'): string =>
    addressLookupMessages.say(key, language);
  const href = safeUrl(said?.link?.href);
  return html`<div class="council-address-ways" ?hidden=${chosen !== undefined}>
      <button type="button" class="council-button council-button--secondary" @click=${panel.onFind}>${say('find')}</button>
    </div>
    ${looking === undefined ? nothing : html`<p class="council-body council-address-looking">${looking} ${wayTemplate(say('stop'), panel.onStop)}</p>`}
    ${
      said
        ? html`<div class="council-address-said">
            <p class="council-body"><strong>${said.title}</strong></p>
            ${said.way ? html`<p class="council-body">${said.way}</p>` : nothing}
            ${said.link && href ? html`<p class="council-body"><a class="council-link" href=${href}>${said.link.text}</a></p>` : nothing}
            ${said.tryAgain ? wayTemplate(say('tryAgain'), panel.onTryAgain) : nothing}
          </div>`
        : nothing
    }
    ${
      chosen
        ? html`<div class="council-address-said council-address-said--chosen">
            <p class="council-body"><strong>${say('chosen')}</strong></p>
            <p class="council-body">
              ${[...chosen.lines, chosen.town, chosen.postcode, chosen.country ?? '']
                .filter(Boolean)
                .map((line, at) => (at === 0 ? line : html`<br />${line}`))}
            </p>
          </div>`
        : nothing
    }
    <div>${wayTemplate(say(chosen ? 'changeByHand' : 'byHand'), panel.onByHand)}</div>`;
}
