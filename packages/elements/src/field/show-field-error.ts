import { render } from '@council-kit/core';
import { errorMessageTemplate } from './field.template.ts';

/** The modifier that marks a control as in error: `council-input--error` of `council-input`. */
function errorClass(control: Element): string | undefined {
  const block = control.classList[0];
  return block?.startsWith('council-') ? `${block}--error` : undefined;
}

/**
 * Shows an error at a field whose HTML the server wrote, exactly as its template would have; takes it away again with undefined.
 *
 * @param described the element whose `aria-describedby` names the error: the control, or the fieldset of a group
 */
export function showFieldError(group: Element, described: Element, id: string, message: string | undefined, language: string): void {
  const errorId = `${id}-error`;
  const root = group.getRootNode() as Document | ShadowRoot;
  root.getElementById(errorId)?.remove();
  const others = (described.getAttribute('aria-describedby') ?? '').split(/\s+/).filter((other) => other !== '' && other !== errorId);
  group.classList.toggle('council-form-group--error', message !== undefined);
  const controlClass = errorClass(described);
  if (controlClass && described.localName !== 'fieldset') described.classList.toggle(controlClass, message !== undefined);
  if (message !== undefined) {
    const fragment = document.createDocumentFragment();
    render(errorMessageTemplate({ text: message, id: errorId, lang: language }), fragment);
    const paragraph = fragment.firstElementChild;
    const hint = root.getElementById(`${id}-hint`);
    const before = hint ?? group.querySelector('label, legend');
    if (paragraph && before) (before.parentElement?.localName === 'h1' ? before.parentElement : before).after(paragraph);
    else if (paragraph) group.prepend(paragraph);
    others.push(errorId);
  }
  if (others.length > 0) described.setAttribute('aria-describedby', others.join(' '));
  else described.removeAttribute('aria-describedby');
}
