import { render } from '@council-kit/core';
import { html } from 'lit';
import { fileUploadMessages } from './file-upload.messages.ts';

/**
 * The face of a file input: our words, in the page's language, where the browser would put its own in the browser's. The
 * native input lies over it unseen, so that a press, a drop, the keyboard and the label all still reach the input itself.
 */
export class DropZone {
  readonly #face = document.createElement('div');
  /** Enter and leave come for each thing inside: only the outermost count. */
  #depth = 0;

  /** @param tell says something at once to people who listen. */
  constructor(host: HTMLElement, signal: AbortSignal, tell: (key: 'entered' | 'left') => void) {
    this.#face.className = 'council-file-upload-face';
    // Part of the input's name instead.
    this.#face.setAttribute('aria-hidden', 'true');
    const zoneOf = (event: Event): Element | null =>
      event.target instanceof Element ? event.target.closest('.council-file-upload-zone') : null;
    const drag = (event: DragEvent, step: 1 | -1): void => {
      const zone = zoneOf(event);
      if (!zone || !event.dataTransfer?.types.includes('Files')) return;
      const wasInside = this.#depth > 0;
      this.#depth = Math.max(0, this.#depth + step);
      const isInside = this.#depth > 0;
      zone.classList.toggle('council-file-upload-zone--dragging', isInside);
      if (isInside !== wasInside) tell(isInside ? 'entered' : 'left');
    };
    host.addEventListener('dragenter', (event) => drag(event, 1), { signal });
    host.addEventListener('dragleave', (event) => drag(event, -1), { signal });
    host.addEventListener(
      'drop',
      (event) => {
        this.#depth = 0;
        zoneOf(event)?.classList.remove('council-file-upload-zone--dragging');
      },
      { signal },
    );
    signal.addEventListener('abort', () => {
      const zone = this.#face.parentElement;
      this.#face.remove();
      zone?.classList.remove('council-file-upload-zone--ready', 'council-file-upload-zone--dragging');
    });
  }

  /** Puts the face under the input, where the page has a zone around it. */
  show(control: HTMLInputElement, language: string): void {
    const zone = control.closest<HTMLElement>('.council-file-upload-zone');
    const [label] = control.labels ?? [];
    if (!zone || !label) return;
    const [choose, drop] = [`${control.id}-choose`, `${control.id}-drop`];
    const { multiple } = control;
    render(
      html`<span class="council-button council-button--secondary council-file-upload-button" id=${choose}
          >${fileUploadMessages.say(multiple ? 'choose' : 'chooseOne', language)}</span
        ><span class="council-file-upload-instruction" id=${drop}
          >${fileUploadMessages.say(multiple ? 'drop' : 'dropOne', language)}</span
        >`,
      this.#face,
    );
    if (this.#face.parentElement !== zone) zone.append(this.#face);
    zone.classList.add('council-file-upload-zone--ready');
    zone.classList.toggle('council-file-upload-zone--disabled', control.matches(':disabled'));
    label.id ||= `${control.id}-label`;
    control.setAttribute('aria-labelledby', `${label.id} ${choose} ${drop}`);
  }
}
