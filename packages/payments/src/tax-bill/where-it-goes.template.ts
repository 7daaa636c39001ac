/** A picture of where each pound goes, and the same facts as a table beside it. */
import { inLanguage } from '@council-kit/core';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Bill } from '../contract/bill.ts';
import { divide, pounds } from '../rules/pence.ts';
import { billMessages } from './tax-bill.messages.ts';

/** A segment narrower than this many pence has no room for its number; the table's order tells it. */
const narrowest = 6;

/** Of each pound, how many pence go to each authority: whole pence that add up to a hundred. */
export function ofEachPound(amounts: readonly number[]): number[] {
  return divide(100, amounts);
}

/** The pound in one bar, cut where authorities part it, with the numbers that the table has. Every word of it is in the table. */
export function poundTemplate(pence: readonly number[], label: string): TemplateResult {
  let at = 0;
  const segments = pence.map((width, index) => {
    const x = at;
    at += width;
    if (width === 0) return nothing;
    return svg`<rect class="council-pound__part" x="${x}%" y="0" width="${width}%" height="100%"></rect>${
      width < narrowest
        ? nothing
        : svg`<text class="council-pound__number" x="${x + width / 2}%" y="50%" text-anchor="middle" dominant-baseline="central">${index + 1}</text>`
    }`;
  });
  return html`<svg class="council-pound" role="img" aria-label=${label} focusable="false">${segments}</svg>`;
}

/** "4.2% more than last year". To a tenth of a per cent, as bills must say it (SI 2011/3038). */
function changeInWords(now: number, before: number, language: string): string {
  const tenths = Math.round(((now - before) * 1000) / before);
  const key = tenths === 0 ? 'change-none' : tenths > 0 ? 'change-up' : 'change-down';
  return billMessages.say(key, language, { percent: (Math.abs(tenths) / 10).toFixed(1) });
}

/** Where each pound goes, by authority. Nothing where there is no charge. */
export function whereItGoesTemplate({ authorities, charge }: Bill, language: string): TemplateResult | typeof nothing {
  if (charge === 0) return nothing;
  const say = billMessages.say;
  const pence = ofEachPound(authorities.map(({ amount }) => amount));
  const names = authorities.map(({ name }) => inLanguage(name, language));
  const list = names.map((name, index) => `${name} ${say('pence', language, { count: pence[index] ?? 0 })}`).join(', ');
  return html`<h2 class="council-heading-m">${say('where-it-goes', language)}</h2>
    ${poundTemplate(pence, say('picture', language, { list }))}
    <p class="council-body">${say('before-reductions', language, { charge: pounds(charge) })}</p>
    <table class="council-table council-bill-authorities">
      <caption class="council-visually-hidden">
        ${say('where-it-goes', language)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say('authority', language)}</th>
          <th scope="col" class="council-table-cell--numeric">${say('of-each-pound', language)}</th>
          <th scope="col" class="council-table-cell--numeric">${say('goes-column', language)}</th>
        </tr>
      </thead>
      <tbody>
        ${authorities.map(
          ({ amount, bandD, previousBandD }, index) =>
            html`<tr>
              <th scope="row"><span class="council-pound__key" aria-hidden="true">${index + 1}</span> ${names[index]}</th>
              <td class="council-table-cell--numeric">${say('pence', language, { count: pence[index] ?? 0 })}</td>
              <td class="council-table-cell--numeric">
                ${pounds(amount)}
                ${previousBandD ? html`<span class="council-bill-sum">${changeInWords(bandD, previousBandD, language)}</span>` : nothing}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}
