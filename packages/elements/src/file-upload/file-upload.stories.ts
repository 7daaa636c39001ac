import { html, type TemplateResult } from 'lit';
import '../define/file-upload.ts';
import { fileUploadTemplate } from './file-upload.template.ts';
import type { Upload } from './uploaded-file.ts';

export default { title: 'Elements/File upload', component: 'council-file-upload' };

const files = [
  { id: '1', name: 'sofa-by-the-gate.jpg', size: 1_400_000, type: 'image/jpeg' },
  { id: '2', name: 'a-very-long-name-that-a-phone-gave-to-a-photo-without-asking-anybody-20261123.jpg', size: 240_000, type: 'image/jpeg' },
];

const later: Upload = (_file, { onProgress }) => {
  onProgress(0.45);
  return new Promise(() => undefined);
};

/** Chooses files as a person does, but for the dialog. */
function choose(place: HTMLElement, ...chosen: File[]): void {
  const input = place.querySelector<HTMLInputElement>('input[type="file"]');
  const transfer = new DataTransfer();
  for (const file of chosen) transfer.items.add(file);
  if (!input) return;
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

export const Default = {
  render: (): TemplateResult => html`<council-file-upload label="Upload a photo" name="photo" accept="image/*"></council-file-upload>`,
};

export const Several = {
  render: (): TemplateResult =>
    html`<council-file-upload
      label="Photos"
      label-size="m"
      hint="Up to 5, each up to 15&nbsp;MB"
      name="photos"
      multiple
      accept="image/*"
      max-files="5"
      max-size="15000000"
    ></council-file-upload>`,
};

export const Uploaded = {
  render: (): TemplateResult =>
    html`<council-file-upload label="Photos" name="photos-taken" multiple .files=${files}></council-file-upload>`,
};

export const UploadingAndRefused = {
  render: (): TemplateResult =>
    html`<council-file-upload
      label="Photos"
      name="photos-moving"
      multiple
      accept="image/*"
      .files=${files.slice(0, 1)}
      .upload=${later}
    ></council-file-upload>`,
  play: ({ canvasElement }: { canvasElement: HTMLElement }): void => {
    choose(
      canvasElement,
      new File(['photo'], 'fridge.jpg', { type: 'image/jpeg' }),
      new File(['words'], 'letter.docx', { type: 'application/msword' }),
      new File(['photo'], 'mattress.jpg', { type: 'image/jpeg' }),
    );
  },
};

export const Unreachable = {
  render: (): TemplateResult =>
    html`<council-file-upload
      label="Photos"
      name="photos-lost"
      multiple
      .upload=${() => Promise.resolve({ kind: 'unreachable' })}
    ></council-file-upload>`,
  play: ({ canvasElement }: { canvasElement: HTMLElement }): void => {
    choose(canvasElement, new File(['photo'], 'fridge.jpg', { type: 'image/jpeg' }));
  },
};

export const WithError = {
  render: (): TemplateResult =>
    html`<council-file-upload label="Upload a photo" name="photo-in-error" error-message="Select a photo"></council-file-upload>`,
};

export const Disabled = {
  render: (): TemplateResult => html`<council-file-upload label="Upload a photo" name="photo-off" disabled></council-file-upload>`,
};

export const Enhancing = {
  render: (_args: unknown, { globals }: { globals: { locale: string } }): TemplateResult =>
    html`<council-file-upload>
      ${fileUploadTemplate({
        label: { text: 'Photos' },
        name: 'photos-written',
        multiple: true,
        files,
        removeName: 'remove',
        uploadButton: { text: 'Upload', name: 'action', value: 'upload' },
        lang: globals.locale,
      })}
    </council-file-upload>`,
};
