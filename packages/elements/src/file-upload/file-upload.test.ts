import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { expectAccessible } from '@council-kit/testing/accessibility.js';
import { bothWays, fixture, page, rendered } from '@council-kit/testing/fixture.js';
import { danglingReferences } from '@council-kit/testing/id-references.js';
import { click, focused, press } from '@council-kit/testing/keyboard.js';
import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import '../define/file-upload.ts';
import { stylesheet } from '../stylesheet.ts';
import type { CouncilFileUpload } from './file-upload.ts';
import { fileUploadTemplate, type FileUploadOptions } from './file-upload.template.ts';
import type { Upload, UploadedFile, UploadOutcome } from './uploaded-file.ts';

const photos = {
  tag: 'council-file-upload',
  attributes: { label: 'Photos', name: 'photos', hint: 'Up to 3', multiple: true, accept: 'image/*', 'max-files': 3, 'max-size': 2048 },
  properties: {},
  template: fileUploadTemplate,
  options: {
    label: { text: 'Photos' },
    name: 'photos',
    hint: { text: 'Up to 3' },
    multiple: true,
    accept: 'image/*',
    maxFiles: 3,
    maxSize: 2048,
  } as FileUploadOptions,
};
type Element_ = CouncilFileUpload;
const both = (name: string, what: typeof photos, test: (element: Element_) => void | Promise<void>): void => {
  bothWays<Element_, FileUploadOptions>(name, what, test);
};

const photo = (name: string, content = 'photo'): File => new File([content], name, { type: 'image/jpeg' });

/** Chooses files as the browser's dialog does. */
function choose(element: Element, ...files: File[]): void {
  const input = element.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('no file input');
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  for (const event of ['input', 'change']) input.dispatchEvent(new Event(event, { bubbles: true }));
}
const rows = (element: Element): string[] =>
  [...element.querySelectorAll('.council-file-upload-item')]
    .filter((row) => row.getClientRects().length > 0)
    .map(
      (row) =>
        `${row.querySelector('.council-file-upload-name')?.textContent}: ${row.querySelector('.council-file-upload-state')?.textContent}`,
    );
const button = (element: Element, words: string): HTMLButtonElement => {
  const found = [...element.querySelectorAll('button')].find(
    (each) => each.getClientRects().length > 0 && each.textContent.replace(/\s+/g, ' ').trim() === words,
  );
  if (!found) throw new Error(`no button “${words}”`);
  return found;
};
const submitted = (element: Element): string[] =>
  [...new FormData(element.closest('form') ?? undefined)].map(([name, value]) => `${name}=${value instanceof File ? value.name : value}`);
/** The next change that makes this true. */
const until = (element: Element_, holds: () => boolean): Promise<void> =>
  new Promise((done) => {
    const look = (): void => {
      if (!holds()) return;
      element.removeEventListener('council-files-change', look);
      done();
    };
    element.addEventListener('council-files-change', look);
    look();
  });

/** Until a file is being sent: by then the server has been asked. */
const sending = (element: Element_, name: string): Promise<void> =>
  until(element, () => rows(element).some((row) => row.startsWith(`${name}: Uploading`)));

/** A server whose answers the test gives. */
function server(): {
  upload: Upload;
  sent: string[];
  answer: (outcome: UploadOutcome | Error) => void;
  progress: (share: number) => void;
  aborted: string[];
} {
  let settle: { done: (outcome: UploadOutcome) => void; fail: (error: Error) => void; progress: (share: number) => void } | undefined;
  const sent: string[] = [];
  const aborted: string[] = [];
  return {
    sent,
    aborted,
    upload: (file, { signal, onProgress }) => {
      sent.push(file.name);
      signal.addEventListener('abort', () => {
        aborted.push(file.name);
        settle?.done({ kind: 'unreachable' });
      });
      return new Promise((done, fail) => (settle = { done, fail, progress: onProgress }));
    },
    answer: (outcome) => (outcome instanceof Error ? settle?.fail(outcome) : settle?.done(outcome)),
    progress: (share) => settle?.progress(share),
  };
}
const taken = (name: string): UploadOutcome => ({ kind: 'taken', file: { id: `id-of-${name}`, name, size: 5, type: 'image/jpeg' } });

describe('council-file-upload', () => {
  before(() => {
    document.adoptedStyleSheets = stylesheet.flatMap(({ styleSheet }) => styleSheet ?? []);
  });

  both('is one control, named by its label and what it does', photos, async (element) => {
    const node = await accessible(element.control ?? element);
    if (node) {
      expect([node.role, node.name, node.description]).to.deep.equal(['button', 'Photos Choose files or drop files', 'Up to 3']);
    }
    expect(danglingReferences(element)).to.deep.equal([]);
    await expectAccessible(element);
  });

  both('is reached by the keyboard, its label and a press anywhere in the zone', photos, async (element) => {
    const pressed: (EventTarget | null)[] = [];
    element.addEventListener('click', (event) => {
      // The dialog would stay open for ever.
      event.preventDefault();
      pressed.push(event.target);
    });
    element.focus();
    expect(focused()).to.equal(element.control);
    await click(element.querySelector('.council-file-upload-zone') ?? element);
    expect(pressed).to.deep.equal([element.control]);
  });

  describe('without anybody to upload', () => {
    both('sends the chosen files with the form, more choices added to the first', photos, (element) => {
      choose(element, photo('one.jpg'));
      choose(element, photo('two.jpg'));
      expect(submitted(element)).to.deep.equal(['photos=one.jpg', 'photos=two.jpg']);
      expect(rows(element)).to.deep.equal(['one.jpg: Ready to send', 'two.jpg: Ready to send']);
    });

    both('removes one, and goes on to the next with the focus', photos, async (element) => {
      choose(element, photo('one.jpg'), photo('two.jpg'));
      button(element, 'Remove one.jpg').focus();
      await press('Enter');
      expect(submitted(element)).to.deep.equal(['photos=two.jpg']);
      expect(focused()).to.equal(button(element, 'Remove two.jpg'));
      await press('Enter');
      expect(focused()).to.equal(element.control);
      expect(submitted(element)).to.deep.equal(['photos=']);
    });

    both('does not send what is wrong, and says what it is', photos, async (element) => {
      choose(
        element,
        new File(['x'], 'letter.docx', { type: 'application/msword' }),
        new File([], 'empty.jpg', { type: 'image/jpeg' }),
        photo('big.jpg', 'x'.repeat(2049)),
        photo('fine.jpg'),
      );
      expect(rows(element)).to.deep.equal([
        'letter.docx: The selected file must be a photo',
        'empty.jpg: The selected file is empty',
        'big.jpg: The selected file must be smaller than 2\u00a0kB',
        'fine.jpg: Ready to send',
      ]);
      expect(submitted(element)).to.deep.equal(['photos=fine.jpg']);
      await expectAccessible(element);
    });

    both('takes no more than it may', photos, (element) => {
      choose(element, photo('1.jpg'), photo('2.jpg'), photo('3.jpg'), photo('4.jpg'));
      expect(rows(element).at(-1)).to.equal('4.jpg: You can only select up to 3 files');
      expect(submitted(element).length).to.equal(3);
    });

    it('has one file where it takes one', async () => {
      const form = await fixture(html`<form><council-file-upload label="Photo" name="photo"></council-file-upload></form>`);
      const element = form.querySelector('council-file-upload') as Element_;
      choose(element, photo('one.jpg'));
      choose(element, photo('two.jpg'));
      expect([submitted(element), rows(element)]).to.deep.equal([['photo=two.jpg'], ['two.jpg: Ready to send']]);
    });
  });

  describe('with somebody to upload', () => {
    both('sends each as soon as it is chosen, one after the other, and the form carries the ids', photos, async (element) => {
      const { upload, sent, answer, progress } = server();
      element.upload = upload;
      await element.updateComplete;
      choose(element, photo('one.jpg'), photo('two.jpg'));
      expect(element.pending).to.equal(2);
      expect(rows(element)).to.deep.equal(['one.jpg: Uploading, 0% done', 'two.jpg: Waiting to upload']);
      progress(0.456);
      expect(rows(element)[0]).to.equal('one.jpg: Uploading, 46% done');
      answer(taken('one.jpg'));
      await sending(element, 'two.jpg');
      expect(sent).to.deep.equal(['one.jpg', 'two.jpg']);
      answer({ kind: 'refused', message: 'The selected file contains a virus' });
      await until(element, () => element.pending === 0);
      expect(rows(element)).to.deep.equal(['one.jpg: Uploaded', 'two.jpg: The selected file contains a virus']);
      expect(submitted(element)).to.deep.equal(['photos=', 'photos-id=id-of-one.jpg']);
      expect(element.files.map(({ id }) => id)).to.deep.equal(['id-of-one.jpg']);
    });

    both('keeps what did not arrive, and tries again when told to', photos, async (element) => {
      const { upload, sent, answer } = server();
      element.upload = upload;
      await element.updateComplete;
      choose(element, photo('one.jpg'));
      answer({ kind: 'unreachable' });
      await until(element, () => element.pending === 0);
      expect(rows(element)).to.deep.equal(['one.jpg: The selected file could not be uploaded – try again']);
      button(element, 'Try again one.jpg').click();
      await sending(element, 'one.jpg');
      answer(taken('one.jpg'));
      await until(element, () => element.files.length === 1);
      expect(sent).to.deep.equal(['one.jpg', 'one.jpg']);
    });

    both('tries again by itself when the line is back', photos, async (element) => {
      const { upload, answer } = server();
      element.upload = upload;
      await element.updateComplete;
      choose(element, photo('one.jpg'));
      answer({ kind: 'unreachable' });
      await until(element, () => element.pending === 0);
      window.dispatchEvent(new Event('online'));
      await sending(element, 'one.jpg');
      answer(taken('one.jpg'));
      await until(element, () => element.files.length === 1);
    });

    both('stops what is removed on its way', photos, async (element) => {
      const { upload, aborted, sent } = server();
      element.upload = upload;
      await element.updateComplete;
      choose(element, photo('one.jpg'), photo('two.jpg'));
      button(element, 'Remove one.jpg').click();
      await sending(element, 'two.jpg');
      expect(sent).to.deep.equal(['one.jpg', 'two.jpg']);
      expect(aborted).to.deep.equal(['one.jpg']);
      expect(rows(element)).to.deep.equal(['two.jpg: Uploading, 0% done']);
    });

    both('shows what is wrong when the page’s own function fails, and tells the developer', photos, async (element) => {
      const { error } = console;
      const told: unknown[] = [];
      console.error = (...words) => told.push(...words);
      try {
        element.upload = () => Promise.reject(new Error('a mistake in the page'));
        await element.updateComplete;
        choose(element, photo('one.jpg'));
        await until(element, () => element.pending === 0);
        expect(rows(element)).to.deep.equal(['one.jpg: The selected file could not be uploaded – try again']);
        expect(String(told)).to.contain('a mistake in the page');
      } finally {
        console.error = error;
      }
    });

    both('sends what it was prepared into, and not what could not be', photos, async (element) => {
      const { upload, sent, answer } = server();
      element.upload = upload;
      element.prepare = (file) =>
        Promise.resolve(file.name === 'bad.jpg' ? { message: 'The selected photo is damaged' } : photo(`small-${file.name}`));
      await element.updateComplete;
      choose(element, photo('bad.jpg'), photo('one.jpg'));
      await sending(element, 'one.jpg');
      answer(taken('one.jpg'));
      await until(element, () => element.pending === 0);
      expect(sent).to.deep.equal(['small-one.jpg']);
      expect(rows(element)).to.deep.equal(['bad.jpg: The selected photo is damaged', 'one.jpg: Uploaded']);
    });

    both('goes on when it is moved in the page, and stops when it is taken out', photos, async (element) => {
      const { upload, aborted, answer } = server();
      element.upload = upload;
      await element.updateComplete;
      choose(element, photo('one.jpg'), photo('two.jpg'));
      element.parentElement?.append(element);
      answer(taken('one.jpg'));
      await until(element, () => element.files.length === 1);
      expect(rows(element)[0]).to.equal('one.jpg: Uploaded');
      element.remove();
      await Promise.resolve();
      expect(aborted).to.contain('two.jpg');
    });

    both('tells people who listen how each ended', photos, async (element) => {
      const { upload, answer } = server();
      element.upload = upload;
      await element.updateComplete;
      const region = element.querySelector('[aria-live="polite"]');
      choose(element, photo('one.jpg'));
      answer(taken('one.jpg'));
      await until(element, () => element.files.length === 1);
      await Promise.resolve();
      expect(region?.textContent).to.equal('one.jpg: Uploaded');
    });
  });

  describe('with files the server has already', () => {
    const files: UploadedFile[] = [
      { id: 'a', name: 'gate.jpg', size: 2048, type: 'image/jpeg' },
      { id: 'b', name: 'sofa.jpg', size: 5_000_000, type: 'image/jpeg' },
    ];
    const both_ = { ...photos, properties: { files }, options: { ...photos.options, files: [] } };

    both('lists them, each id once in the form', both_, (element) => {
      expect(rows(element)).to.deep.equal(['gate.jpg: Uploaded', 'sofa.jpg: Uploaded']);
      expect(submitted(element)).to.deep.equal(['photos=', 'photos-id=a', 'photos-id=b']);
    });

    both('says which file a button is about, in words', both_, async (element) => {
      const node = await accessible(button(element, 'Remove gate.jpg'));
      if (node) expect([node.role, node.name]).to.deep.equal(['button', 'Remove gate.jpg']);
    });

    it('says so without a script too', async () => {
      const written = await page(html`<form>${fileUploadTemplate({ ...photos.options, files, removeName: 'remove' })}</form>`);
      const node = await accessible(button(written, 'Remove sofa.jpg'));
      if (node) expect([node.role, node.name]).to.deep.equal(['button', 'Remove sofa.jpg']);
    });

    it('takes over the list that the server wrote', async () => {
      const form = await fixture(
        html`<form>
          <council-file-upload>${fileUploadTemplate({ ...photos.options, files, removeName: 'remove' })}</council-file-upload>
        </form>`,
      );
      const element = form.querySelector('council-file-upload') as Element_;
      expect(rows(element)).to.deep.equal(['gate.jpg: Uploaded', 'sofa.jpg: Uploaded']);
      expect(submitted(element)).to.deep.equal(['photos=', 'photos-id=a', 'photos-id=b']);
      button(element, 'Remove gate.jpg').click();
      expect(submitted(element)).to.deep.equal(['photos=', 'photos-id=b']);
    });

    it('lets the page render its children again', async () => {
      const place = await page(html`<form></form>`);
      const form = place.firstElementChild as HTMLFormElement;
      const { upload, answer } = server();
      const show = async (now: readonly UploadedFile[], options: Partial<FileUploadOptions> = {}): Promise<Element_> => {
        render(
          html`<council-file-upload .files=${now} .upload=${upload}
            >${fileUploadTemplate({ ...photos.options, ...options })}</council-file-upload
          >`,
          form,
        );
        await rendered(form);
        await Promise.resolve();
        return form.querySelector('council-file-upload') as Element_;
      };
      const element = await show(files.slice(0, 1));
      choose(element, photo('one.jpg'));
      await show(files.slice(0, 1), { errorMessage: { text: 'Wait for your photos' } });
      expect(rows(element)).to.deep.equal(['gate.jpg: Uploaded', 'one.jpg: Uploading, 0% done']);
      answer(taken('one.jpg'));
      await until(element, () => element.files.length === 2);
      await show(element.files);
      expect(submitted(element)).to.deep.equal(['photos=', 'photos-id=a', 'photos-id=id-of-one.jpg']);
      expect(element.querySelectorAll('.council-file-upload-face').length).to.equal(1);
      expect(danglingReferences(element)).to.deep.equal([]);
    });
  });
});
