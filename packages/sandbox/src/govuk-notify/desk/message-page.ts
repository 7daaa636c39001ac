import { html, raw } from 'hono/html';
import { page, type Html } from '../../page.ts';
import { publicStatus } from '../api/present.ts';
import type { Notification } from '../book.ts';
import { markdownHtml } from '../content/markdown.ts';
import type { NotifyService } from '../sending/notify-service.ts';
import { outcomes } from '../settings.ts';

const kinds = { email: 'Email', sms: 'Text message', letter: 'Letter' } as const;

/** A message as the resident gets it, and what became of it. */
export function messagePage(service: NotifyService, message: Notification): Promise<Response> {
  const { type, to, subject, replyTo, simulated } = message;
  const callbacks = service.book.callbacks.filter(({ about }) => about === message.id);
  return page(
    `${kinds[type]} to ${to.split('\n', 1)[0] ?? ''}`,
    '../../',
    html`<article class="message" aria-label="The message">
        ${
          type === 'letter'
            ? ''
            : facts([
                ['From', senderOf(service, message)],
                ['Reply to', type === 'email' ? replyTo : undefined],
                ['To', to],
                ['Subject', subject ?? undefined],
              ])
        }
        ${contentOf(service, message)}
      </article>
      <h2>What became of it</h2>
      ${facts([
        ['Status', simulated ? 'none: an address for smoke tests' : publicStatus(message)],
        ['Created', moment(message.created)],
        ['Sent', moment(message.sent)],
        ['Last change', moment(message.updated)],
        ['Postage', message.postage],
        ['Reference', message.reference ?? undefined],
        ['Key', message.keyType],
        ...callbacks.map(({ kind, url, attempts, done }): [string, string] => [
          `Callback (${kind})`,
          `${url}: ${attempts.map(({ status, problem }) => status ?? problem).join(', ') || 'not sent yet'}${done ? '' : ' (not done with)'}`,
        ]),
      ])}
      ${simulated ? '' : outcomeForm(message)}
      <p><a href="../../">All messages</a></p>`,
  );
}

const moment = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : new Date(ms).toISOString());

/** Names and values; those without a value are left out. */
const facts = (rows: readonly (readonly [name: string, value: string | undefined])[]): Html =>
  html`<dl>
    ${rows.flatMap(([name, value]) =>
      value === undefined
        ? []
        : html`<dt>${name}</dt>
            <dd><bdi>${value}</bdi></dd>`,
    )}
  </dl>`;

function senderOf({ options }: NotifyService, { type, replyTo }: Notification): string | undefined {
  if (type === 'sms') return replyTo;
  const name = options.serviceName ?? defaultServiceName;
  return type === 'email' ? `${name} <${options.emailSenderName ?? 'sandbox.council'}@notifications.service.gov.uk>` : undefined;
}

export const defaultServiceName = 'Sandbox council';

function contentOf(service: NotifyService, message: Notification): Html {
  const { type, body, files = [] } = message;
  // Every text message begins with the name of the service, which the API's answers leave out.
  if (type === 'sms') return html`<p class="lines">${service.options.serviceName ?? defaultServiceName}: ${body}</p>`;
  if (message.pdf !== undefined) return html`<p><a href="${message.id}/pdf">The PDF that came</a></p>`;
  const shown = html`${raw(markdownHtml(body))}
  ${message.unsubscribe === undefined ? '' : html`<p>One-click unsubscribe: ${message.unsubscribe}</p>`}`;
  if (type === 'email') {
    return html`${shown}
    ${files.map(
      ({ sha256, filename, confirm, weeks }) =>
        html`<p>
          File: <a href="../files/${sha256}">${filename}</a>, for ${weeks} weeks${confirm ? ', after the email address is given' : ''}
        </p>`,
    )}`;
  }
  const template = service.templates.get(message.template.id, message.template.version);
  return html`<p class="lines">${template?.contactBlock ?? ''}</p>
    <p class="lines">${message.to}</p>
    <h2>${message.subject}</h2>
    ${shown}
    <p><a href="${message.id}/pdf">The letter as a PDF</a></p>`;
}

function outcomeForm(message: Notification): Html {
  const choices = message.type === 'letter' ? [...outcomes, 'returned-letter'] : outcomes;
  return html`<form method="post" action="${message.id}">
    <label for="status">What becomes of it</label>
    <select id="status" name="status">
      ${choices.map((one) => html`<option value="${one}">${one}</option>`)}
    </select>
    <button>Set</button>
  </form>`;
}
