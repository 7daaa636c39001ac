import Color from 'colorjs.io';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import source from '../dist/tokens.json' with { type: 'json' };
import { needs, pairings, type Pairing } from './build/pairings.ts';

type Layer = 'base' | 'meaning' | 'component';

interface Token {
  path: string;
  type: string;
  layer: Layer;
  description: string;
  /** The light value of the default theme, for base tokens: they have no custom property to read. */
  value: string;
}

function literal(type: string, value: unknown): string {
  if (type === 'color') return (value as { hex: string }).hex;
  if (type === 'dimension') return `${String((value as { value: number }).value)}${(value as { unit: string }).unit}`;
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function flatten(group: object, path: string[] = []): Token[] {
  if ('$value' in group) {
    const token = group as { $type: string; $value: unknown; $description?: string; $extensions: { layer: Layer } };
    const { $type: type, $description: description = '' } = token;
    return [{ path: path.join('.'), type, layer: token.$extensions.layer, description, value: literal(type, token.$value) }];
  }
  return Object.entries(group).flatMap(([key, child]) =>
    typeof child === 'object' && child !== null ? flatten(child as object, [...path, key]) : [],
  );
}

const tokens = flatten(source);
const property = (path: string) => `--council-${path.replaceAll('.', '-')}`;
const foregrounds = ({ foreground }: Pairing): readonly string[] => (typeof foreground === 'string' ? [foreground] : foreground);
const shown = (ratio: number) => (Math.floor(ratio * 100) / 100).toFixed(2);

/** Reads the tokens where it stands, so it shows the theme and the colour scheme of the page around it. */
abstract class TokensPart extends LitElement {
  static override styles = css`
    table {
      border-collapse: collapse;
      width: 100%;
      font-size: 1rem;
    }
    caption {
      padding-block: 1rem;
      font-size: 1.5rem;
      font-weight: 700;
      text-align: start;
    }
    th,
    td {
      padding: 0.5rem 1rem 0.5rem 0;
      border-bottom: 1px solid var(--council-colour-border);
      text-align: start;
      vertical-align: top;
    }
    th p {
      margin: 0.25rem 0 0;
      font-weight: 400;
    }
    code {
      font-family: ui-monospace, Menlo, Consolas, monospace;
      font-size: 0.9375em;
      overflow-wrap: anywhere;
    }
    .swatch {
      width: 4rem;
      height: 2.75rem;
      border: 1px solid var(--council-colour-border);
    }
    .sample {
      display: grid;
      place-items: center;
      width: 7rem;
      min-height: 2.75rem;
    }
    .line {
      width: 3rem;
      height: 0.75rem;
    }
    .lines {
      display: flex;
    }
    ul {
      margin: 0.5rem 0 0;
      padding-inline-start: 1.25rem;
    }
    summary {
      cursor: pointer;
    }
    .scroll {
      overflow-x: auto;
    }
    .fails {
      color: var(--council-colour-error);
      font-weight: 700;
    }
  `;

  protected value(path: string): string {
    return getComputedStyle(this).getPropertyValue(property(path)).trim();
  }

  /** Undefined where the page has no tokens. */
  protected ratio(pairing: Pairing): number | undefined {
    const background = this.value(pairing.background);
    const ratios = foregrounds(pairing).map((path) => {
      const colour = this.value(path);
      return colour && background ? Color.contrast(colour, background, 'WCAG21') : undefined;
    });
    return ratios.reduce<number | undefined>(
      (best, ratio) => (ratio !== undefined && (best === undefined || ratio > best) ? ratio : best),
      undefined,
    );
  }

  protected verdict(pairing: Pairing): TemplateResult {
    const ratio = this.ratio(pairing);
    const needed = needs[pairing.need].ratio;
    if (ratio === undefined) return html`not set on this page`;
    return html`<span class=${ratio < needed ? 'fails' : nothing}
      >${shown(ratio)}:1${ratio < needed ? ` fails: needs ${String(needed)}:1` : ''}</span
    >`;
  }
}

class TokensTable extends TokensPart {
  static override properties = { layer: { type: String } };
  declare layer: Layer;

  #preview({ type, path, value, layer }: Token): TemplateResult {
    if (type !== 'color') return html`<code>${(layer === 'base' ? '' : this.value(path)) || value}</code>`;
    const colour = layer === 'base' ? value : `var(${property(path)})`;
    return html`<div class="swatch" .style=${`background: ${colour}`}></div>
      <code>${layer === 'base' ? value : this.value(path) || value}</code>`;
  }

  #pairs(path: string): TemplateResult | typeof nothing {
    const own = pairings.filter((pairing) => pairing.background === path || foregrounds(pairing).includes(path));
    if (own.length === 0) return nothing;
    const ratios = own.flatMap((pairing) => this.ratio(pairing) ?? []);
    return html`<details>
      <summary>
        ${own.length} ${own.length === 1 ? 'pairing' : 'pairings'}${ratios.length > 0 ? `, lowest ${shown(Math.min(...ratios))}:1` : ''}
      </summary>
      <ul>
        ${own.map((pairing) => html`<li>${foregrounds(pairing).join(' or ')} on ${pairing.background}: ${this.verdict(pairing)}</li>`)}
      </ul>
    </details>`;
  }

  override render(): TemplateResult {
    const groups = Map.groupBy(
      tokens.filter(({ layer }) => layer === this.layer),
      ({ path }) => path.slice(0, path.indexOf('.')) || path,
    );
    const paired = this.layer !== 'base';
    return html`${[...groups].map(
      ([group, members]) =>
        html`<div class="scroll" tabindex="0" role="region" aria-label=${`Tokens: ${group}`}>
          <table>
            <caption>
              ${group}
            </caption>
            <thead>
              <tr>
                <th scope="col">Value</th>
                <th scope="col">Token</th>
                ${paired ? html`<th scope="col">Seen with</th>` : nothing}
              </tr>
            </thead>
            <tbody>
              ${members.map(
                (token) =>
                  html`<tr>
                    <td>${this.#preview(token)}</td>
                    <th scope="row">
                      <code>${paired ? property(token.path) : `{${token.path}}`}</code>
                      ${token.description ? html`<p>${token.description}</p>` : nothing}
                    </th>
                    ${paired ? html`<td>${this.#pairs(token.path)}</td>` : nothing}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>`,
    )}`;
  }
}

class TokensPairings extends TokensPart {
  #sample(pairing: Pairing): TemplateResult {
    const colours = foregrounds(pairing).map((path) => `var(${property(path)})`);
    const background = `background: var(${property(pairing.background)})`;
    if (pairing.need === 'graphic') {
      return html`<div class="sample" .style=${background}>
        <div class="lines">${colours.map((colour) => html`<div class="line" .style=${`background: ${colour}`}></div>`)}</div>
      </div>`;
    }
    return html`<div
      class="sample"
      aria-disabled=${pairing.need === 'inactive' ? 'true' : nothing}
      .style=${`${background}; color: ${colours[0] ?? ''}`}
    >
      Aa
    </div>`;
  }

  override render(): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Pairings">
      <table>
        <caption>
          ${pairings.length} pairings the components use
        </caption>
        <thead>
          <tr>
            <th scope="col">Looks</th>
            <th scope="col">In front</th>
            <th scope="col">Behind</th>
            <th scope="col">Needs</th>
            <th scope="col">Has</th>
          </tr>
        </thead>
        <tbody>
          ${pairings.map(
            (pairing) =>
              html`<tr>
                <td>${this.#sample(pairing)}</td>
                <th scope="row"><code>${foregrounds(pairing).join(' or ')}</code></th>
                <td><code>${pairing.background}</code></td>
                <td>${needs[pairing.need].ratio}:1 (${pairing.need})</td>
                <td>${this.verdict(pairing)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

// The stories may be loaded twice in one page.
if (!customElements.get('tokens-table')) customElements.define('tokens-table', TokensTable);
if (!customElements.get('tokens-pairings')) customElements.define('tokens-pairings', TokensPairings);

export default { title: 'Tokens' };

export const Meaning = { render: (): TemplateResult => html`<tokens-table layer="meaning"></tokens-table>` };
export const Component = { render: (): TemplateResult => html`<tokens-table layer="component"></tokens-table>` };
export const Base = { render: (): TemplateResult => html`<tokens-table layer="base"></tokens-table>` };
export const Pairings = { render: (): TemplateResult => html`<tokens-pairings></tokens-pairings>` };
