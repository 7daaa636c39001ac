import { html, type TemplateResult } from 'lit';
import { orNothing, type Content } from '../field/content.ts';

/** The levels a heading can have: where the component stands in the page decides. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** A heading of a level that is not known beforehand. A template cannot bind a tag's name, so each level is written out. */
export function headingTemplate(level: HeadingLevel, text: Content, className: string, id?: string): TemplateResult {
  switch (Number(level)) {
    case 1:
      return html`<h1 class=${className} id=${orNothing(id)}>${text}</h1>`;
    case 3:
      return html`<h3 class=${className} id=${orNothing(id)}>${text}</h3>`;
    case 4:
      return html`<h4 class=${className} id=${orNothing(id)}>${text}</h4>`;
    case 5:
      return html`<h5 class=${className} id=${orNothing(id)}>${text}</h5>`;
    case 6:
      return html`<h6 class=${className} id=${orNothing(id)}>${text}</h6>`;
    default:
      return html`<h2 class=${className} id=${orNothing(id)}>${text}</h2>`;
  }
}
