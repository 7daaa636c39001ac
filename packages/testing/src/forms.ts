import { expect } from '@open-wc/testing';
import { expectAccessible } from './accessibility.ts';
import { bothWays, make, rendered, type BothWays, type Way } from './fixture.ts';
import { danglingReferences } from './id-references.ts';
import { click, focused, press, type } from './keyboard.ts';

/** What pages expect of every form control of ours, whatever it is made of. */
export interface FormControlHost extends HTMLElement {
  readonly updateComplete: Promise<unknown>;
  errorMessage: string | undefined;
  disabled: boolean | undefined;
  required: boolean | undefined;
  readonly form: HTMLFormElement | null;
  checkValidity(): boolean;
  setCustomValidity(message: string): void;
  readonly validationMessage: string;
}

type NativeControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export interface FormControlContract<E extends FormControlHost, Options> extends BothWays<Options> {
  /** The name the answer is submitted by; the one in the attributes and options. */
  name: string;
  /** The words of a label that gives the control the focus (or checks it) when clicked. */
  label: string;
  /** Gives an answer as a resident does. By default: focuses the control and types {@link given}. */
  give?: (element: E) => Promise<void>;
  /** What the form then submits under the name. */
  given: readonly string[];
  /** What it submits before: `['']` for a text input, `[]` for radios. */
  blank: readonly string[];
  /** The property that gives {@link given} from script, with its value. `{ value: given[0] }` by default; false where script cannot. */
  set?: Readonly<Record<string, unknown>> | false;
  /** Whether Enter in the control submits the form; true of single-line inputs. */
  enterSubmits?: boolean;
}

/**
 * The contract every form control keeps, in both of its ways: a form cannot tell it from the native one.
 * Call it inside a `describe`.
 */
export function formControlContract<E extends FormControlHost, Options>(contract: FormControlContract<E, Options>): void {
  const { name, label, given, blank } = contract;
  const set = contract.set ?? { value: given[0] };
  const give =
    contract.give ??
    (async (element: E) => {
      controlOf(element).focus();
      await type(given[0] ?? '');
    });
  const both = (title: string, test: (element: E, way: Way) => void | Promise<void>) => bothWays<E, Options>(title, contract, test);
  const submitted = (element: Element): FormDataEntryValue[] => new FormData(formOf(element)).getAll(name);

  both('submits what a resident answers, and nothing before', async (element) => {
    expect(submitted(element)).to.deep.equal(blank);
    await give(element);
    expect(submitted(element)).to.deep.equal(given);
  });

  both('has the answer in the form data when input and change are told', async (element) => {
    const told: Record<string, FormDataEntryValue[]> = {};
    const form = formOf(element);
    for (const event of ['input', 'change']) form.addEventListener(event, () => (told[event] = submitted(element)));
    await give(element);
    (focused() as HTMLElement | null)?.blur();
    expect(told['input']).to.deep.equal(given);
    expect(told['change']).to.deep.equal(given);
  });

  both('is reset with its form', async (element) => {
    await give(element);
    formOf(element).reset();
    await element.updateComplete;
    expect(submitted(element)).to.deep.equal(blank);
  });

  both('is in form.elements by its name, and knows its form', (element) => {
    const form = formOf(element);
    const found = form.elements.namedItem(name);
    expect(found instanceof RadioNodeList ? found[0] : found).to.equal(controlOf(element));
    expect(element.form).to.equal(form);
  });

  both('submits nothing while disabled, and answers again when enabled', async (element) => {
    await give(element);
    element.disabled = true;
    await element.updateComplete;
    expect(submitted(element)).to.deep.equal([]);
    element.disabled = false;
    await element.updateComplete;
    expect(submitted(element)).to.deep.equal(given);
  });

  both('follows a fieldset that is disabled and enabled', async (element) => {
    const fieldset = document.createElement('fieldset');
    element.before(fieldset);
    fieldset.append(element);
    await give(element);
    fieldset.disabled = true;
    await element.updateComplete;
    expect(submitted(element)).to.deep.equal([]);
    expect(controlOf(element).matches(':disabled')).to.equal(true);
    fieldset.disabled = false;
    await element.updateComplete;
    expect(submitted(element)).to.deep.equal(given);
    expect(controlOf(element).matches(':disabled')).to.equal(false);
  });

  both('takes a click on its label', async (element) => {
    const found = [...element.querySelectorAll('label')].find(({ textContent }) => textContent.trim().startsWith(label));
    if (!found) throw new Error(`no label says “${label}”`);
    await click(found);
    expect(focused()).to.equal(found.control);
  });

  both('takes the focus its host is given', (element) => {
    element.focus();
    expect(element.contains(focused())).to.equal(true);
  });

  both('keeps its answer, once, when it is moved in the page', async (element) => {
    await give(element);
    const count = element.querySelectorAll('input, textarea, select').length;
    const place = document.createElement('div');
    formOf(element).append(place);
    place.append(element);
    await rendered(place);
    expect(element.querySelectorAll('input, textarea, select').length).to.equal(count);
    expect(submitted(element)).to.deep.equal(given);
  });

  both('forwards validity to its host', async (element) => {
    element.setCustomValidity('Answer this');
    expect(element.checkValidity()).to.equal(false);
    expect(element.validationMessage).to.equal('Answer this');
    element.setCustomValidity('');
    expect(element.checkValidity()).to.equal(true);
    element.required = true;
    await element.updateComplete;
    expect(element.checkValidity()).to.equal(false);
    await give(element);
    expect(element.checkValidity()).to.equal(true);
  });

  both('shows an error, describes the control with it, and takes it away', async (element) => {
    element.errorMessage = 'Answer <b>this</b> now';
    await rendered(element);
    const described = element.querySelector(`[aria-describedby~="${errorIdOf(element)}"]`);
    expect(described, 'what the error describes').to.not.equal(null);
    expect(element.querySelector(`#${CSS.escape(errorIdOf(element))}`)?.textContent).to.contain('Answer <b>this</b> now');
    expect(danglingReferences(element)).to.deep.equal([]);
    element.errorMessage = '';
    await rendered(element);
    expect(element.querySelector('.council-error-message')).to.equal(null);
    expect(danglingReferences(element)).to.deep.equal([]);
  });

  both('has nothing axe-core or an id reference finds wrong', async (element) => {
    expect(danglingReferences(element)).to.deep.equal([]);
    await expectAccessible(element);
  });

  if (contract.enterSubmits) {
    both('submits the form on Enter', async (element) => {
      const form = formOf(element);
      let submits = 0;
      form.addEventListener('submit', (event) => {
        submits++;
        event.preventDefault();
      });
      controlOf(element).focus();
      await press('Enter');
      expect(submits).to.equal(1);
    });
  }

  if (set !== false) {
    both('takes its answer from script', async (element) => {
      Object.assign(element, set);
      await element.updateComplete;
      expect(submitted(element)).to.deep.equal(given);
    });
    for (const way of ['generated', 'enhanced'] as const) {
      it(`keeps what was set before it was upgraded (${way})`, async () => {
        const early = await make<Options>({ ...contract, inert: true, properties: { ...contract.properties, ...set } }, way);
        expect(submitted(early)).to.deep.equal(given);
      });
    }
  }

  it('is cloned as a control of its own (generated)', async () => {
    const element = (await make<Options>(contract, 'generated')) as E;
    const copy = element.cloneNode(true) as E;
    formOf(element).append(copy);
    await rendered(formOf(element));
    const count = (host: Element): number => host.querySelectorAll('input, textarea, select').length;
    expect(count(copy)).to.equal(count(element));
    expect(controlOf(copy).id).to.not.equal(controlOf(element).id);
    expect(danglingReferences(formOf(element))).to.deep.equal([]);
  });
}

function formOf(element: Element): HTMLFormElement {
  const form = element.closest('form');
  if (!form) throw new Error('the control of this test has no form');
  return form;
}

function controlOf(element: Element): NativeControl {
  const control = element.querySelector<NativeControl>('input, textarea, select');
  if (!control) throw new Error(`<${element.localName}> has no native control`);
  return control;
}

function errorIdOf(element: Element): string {
  const error = element.querySelector('.council-error-message');
  if (!error) throw new Error('no error message is shown');
  return error.id;
}
