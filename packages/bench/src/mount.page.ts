/** Runs in the measured page: the elements, their styles, and the HTML to mount. */
import '@council-kit/elements/define/text-input.js';
import { stylesheet } from '@council-kit/elements/stylesheet.js';

declare global {
  interface Window {
    prepareMount: (count: number) => Promise<void>;
    /** Mounts, waits for all rendering and one drawn frame, and counts the labelled inputs. */
    mount: (way: 'native' | 'tags' | 'enhance') => Promise<number>;
  }
}

const html: Record<string, string> = {};

const place = (): HTMLElement => {
  const element = document.querySelector<HTMLElement>('#place');
  if (!element) throw new Error('the page has no place to mount in');
  return element;
};

window.prepareMount = async (count) => {
  document.adoptedStyleSheets = stylesheet.flatMap(({ styleSheet }) => styleSheet ?? []);
  const names = Array.from({ length: count }, (_, number) => `field-${String(number)}`);
  const tag = (name: string): string => `<council-text-input label="Full name" hint="As on the letter" name="${name}" autocomplete="name">`;
  html['tags'] = names.map((name) => `${tag(name)}</council-text-input>`).join('');
  // The native HTML is what the element itself comes to, so that all three end the same.
  const one = document.createElement('div');
  one.innerHTML = `${tag('the-name')}</council-text-input>`;
  document.body.append(one);
  const element = one.firstElementChild as HTMLElement & { updateComplete: Promise<unknown> };
  await element.updateComplete;
  const written = element.innerHTML.replaceAll(/<!--.*?-->/g, '');
  one.remove();
  html['native'] = names.map((name) => written.replaceAll('the-name', name)).join('');
  html['enhance'] = names.map((name) => `<council-text-input>${written.replaceAll('the-name', name)}</council-text-input>`).join('');
};

window.mount = async (way) => {
  place().innerHTML = html[way] ?? '';
  await Promise.all([...place().querySelectorAll('council-text-input')].map((element) => element.updateComplete));
  place().getBoundingClientRect();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return [...place().querySelectorAll('input')].filter(({ labels, value }) => labels?.length === 1 && value === '').length;
};
