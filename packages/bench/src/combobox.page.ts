/** Runs in the measured page: a combobox, its options, and one key. */
import '@council-kit/elements/define/combobox.js';
import { stylesheet } from '@council-kit/elements/stylesheet.js';

/** Milliseconds. */
export interface ComboboxTimes {
  /** Until the element has taken its options. */
  readonly handOver: number;
  /** From each key of "mill lane 12" until its options are laid out. */
  readonly keys: readonly number[];
}

declare global {
  interface Window {
    measureCombobox: (count: number) => Promise<ComboboxTimes>;
  }
}

window.measureCombobox = async (count) => {
  document.adoptedStyleSheets = stylesheet.flatMap(({ styleSheet }) => styleSheet ?? []);
  const items = Array.from({ length: count }, (_, number) => ({
    value: String(number),
    text: `${String(number + 1)} Mill Lane, Aldermere`,
  }));
  const element = document.createElement('council-combobox');
  element.label = 'Address';
  element.name = 'address';
  document.body.append(element);
  await element.updateComplete;
  const before = performance.now();
  element.items = items;
  await element.updateComplete;
  const handOver = performance.now() - before;

  const field = element.querySelector<HTMLInputElement>('input[role="combobox"]');
  if (!field) throw new Error('the combobox has no field');
  field.focus();
  const keys: number[] = [];
  for (const typed of [...'mill lane 12'].map((_, at) => 'mill lane 12'.slice(0, at + 1))) {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const start = performance.now();
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await element.updateComplete;
    // Laid out: what is left is drawing, which is the same for all.
    element.getBoundingClientRect();
    keys.push(performance.now() - start);
    if (element.querySelector('[role="option"]') === null) throw new Error(`no options for “${typed}”`);
  }
  element.remove();
  return { handOver, keys };
};
