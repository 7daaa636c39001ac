import { actionOf } from '../engine/form-fields.ts';

/** A press on a page's form. */
export interface Press {
  readonly form: HTMLFormElement;
  readonly data: FormData;
  /** What the button does; empty for the one that goes on. */
  readonly action: string;
}

/** Reads the press on a page's form, and keeps the browser from sending it. Undefined for other forms, and where the language was changed. */
export function pressOf(event: SubmitEvent, host: HTMLElement & { requestUpdate(): void }): Press | undefined {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.classList.contains('council-journey-form')) return undefined;
  event.preventDefault();
  const data = new FormData(form);
  // What `new FormData(form, submitter)` adds, in browsers that do not know the second argument (Safari before 16.4).
  if (event.submitter instanceof HTMLButtonElement && event.submitter.name !== '') data.set(event.submitter.name, event.submitter.value);
  const action = actionOf(data);
  const [kind, language] = action.split(':');
  if (kind === 'language' && language !== undefined) {
    // Its own `lang` says it, so that everything in the widget is in the same language.
    host.lang = language;
    host.requestUpdate();
    return undefined;
  }
  return { form, data, action };
}
