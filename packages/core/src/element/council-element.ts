import { ReactiveElement, type nothing, type PropertyValues, type TemplateResult } from 'lit';
import { hasContent } from './has-content.ts';
import { closestLanguage } from '../messages/language.ts';
import { version } from './define.ts';
import { whenParsed } from './parsed.ts';
import { hearWords, unheard, render, renderFirst, watchTranslation } from './translation.ts';

/** What a template can change in children that it renders: enough to see that somebody rendered them again. */
const renderedAgain: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributeFilter: ['class', 'id', 'aria-describedby', 'checked', 'disabled', 'data-aria-controls'],
};

/** The comment that tells a clone of the element, or a saved page, that its children were generated and not written. */
const generatedMark = 'council-generated';

function firstNodeIsMark(element: Element): boolean {
  const first = element.firstChild;
  return first !== null && first.nodeType === Node.COMMENT_NODE && first.nodeValue === generatedMark;
}

/**
 * The base of every element in the light DOM: **an element with children enhances them; one without generates them**,
 * from the same template function that the server uses.
 *
 * - It decides when its end tag has been parsed, so it never mistakes children that are still to come for none.
 * - Generated children begin with a comment, so a clone (or the page saved and loaded again) generates afresh.
 * - `defer-hydration` on the tag holds the element until a framework that hydrates its own output removes it.
 *
 * A subclass gives `template()` and, for behaviour on the native HTML, `connectBehaviour()` and `sync()`.
 *
 * The children may belong to a template of the page's that renders them again at any time. So behaviour never moves or
 * removes a child, and what it adds it can add again: `sync()` runs whenever that may be needed.
 */
export abstract class CouncilElement extends ReactiveElement {
  static readonly councilKitVersion: string = version;

  /** How the native HTML inside came about; undefined until that is decided. */
  protected origin: 'generated' | 'written' | undefined;
  #behaviour: AbortController | undefined;
  #children: MutationObserver | undefined;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'defer-hydration'];
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    if (this.hasAttribute('defer-hydration')) return;
    if (this.origin !== undefined) {
      super.connectedCallback();
      // Moved within the page: its native HTML stands, its listeners ended when it left.
      if (this.hasUpdated) this.#startBehaviour();
      return;
    }
    whenParsed(this, () => {
      if (!this.isConnected || this.origin !== undefined) return;
      const generatedBefore = firstNodeIsMark(this);
      this.origin = !generatedBefore && hasContent(this) ? 'written' : 'generated';
      if (this.origin === 'generated') {
        this.textContent = '';
        this.append(document.createComment(generatedMark));
        watchTranslation(this.getRootNode());
      }
      super.connectedCallback();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#behaviour?.abort();
    this.#behaviour = undefined;
    this.#children?.disconnect();
    this.#children = undefined;
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name === 'defer-hydration') {
      if (value === null && this.isConnected && this.origin === undefined) this.connectedCallback();
      return;
    }
    super.attributeChangedCallback(name, old, value);
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    // The first time there is nothing that could have been translated: pages have thousands of these.
    if (this.origin === 'generated') (this.hasUpdated ? render : renderFirst)(this.template(), this, { host: this });
    else this.updateWritten(changed);
    if (this.hasUpdated) this.#synchronise();
    else this.#startBehaviour();
  }

  /** The native HTML, from the element's properties. Only called where the element generates. */
  protected abstract template(): TemplateResult | typeof nothing;

  /** Brings changed properties into HTML that the server wrote. Properties that were never set change nothing. */
  protected updateWritten(_changed: PropertyValues): void {
    /* Nothing by default: written HTML is the page's own. */
  }

  /**
   * Adds behaviour to the native HTML, generated or written. Runs when that is in place, and again after the element
   * has moved. Listeners take the signal, which ends when the element leaves the page.
   */
  protected connectBehaviour?(signal: AbortSignal): void;

  /**
   * Brings what the behaviour added to the native HTML (attributes, nodes of its own) in line with it. Runs after
   * `connectBehaviour`, after each render of the element's own, and after anybody else changed the children. Must come
   * to the same when run twice.
   */
  protected sync?(): void;

  #startBehaviour(): void {
    if (this.#behaviour !== undefined || (this.connectBehaviour === undefined && this.sync === undefined)) return;
    this.#behaviour = new AbortController();
    this.connectBehaviour?.(this.#behaviour.signal);
    if (this.sync === undefined) return;
    const changed = (): void => this.#synchronise();
    this.#children = new MutationObserver(changed);
    this.#children.observe(this, renderedAgain);
    hearWords(this.#children, changed, this.#behaviour.signal);
    this.#synchronise();
  }

  #synchronise(): void {
    if (this.#children) unheard(this.#children, () => this.sync?.());
    else this.sync?.();
  }

  /** The language of the nearest `lang` attribute, through shadow roots. */
  protected get language(): string {
    return closestLanguage(this);
  }
}
