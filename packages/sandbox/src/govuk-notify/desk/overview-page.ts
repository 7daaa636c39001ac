import { html } from 'hono/html';
import { page } from '../../page.ts';
import { publicStatus } from '../api/present.ts';
import type { NotifyService } from '../sending/notify-service.ts';

const most = 200;

/** What was sent, the keys and templates to send with, and the clock. */
export function overviewPage(service: NotifyService): Promise<Response> {
  const messages = [...service.book.notifications].reverse();
  return page(
    'GOV.UK Notify',
    '',
    html`<p>The API is at /v2/notifications. Its keys:</p>
      <ul>
        ${service.access.keys.map(({ key, type, revoked }) => html`<li><code>${key}</code> (${type}${revoked ? ', revoked' : ''})</li>`)}
      </ul>
      <p>The clock: ${service.clock.iso()}</p>
      <form method="post" action="sandbox/clock">
        <label for="advance">Move it ahead, in seconds (60 and what was sent has arrived)</label>
        <input id="advance" name="advance" inputmode="numeric" value="60" />
        <button>Move</button>
      </form>
      <h2>Messages</h2>
      <div class="scroll">
        <table>
          <caption>
            ${messages.length} ${messages.length === 1 ? 'message' : 'messages'}${messages.length > most ? `, the last ${most} shown` : ''}
          </caption>
          <thead>
            <tr>
              <th scope="col">To</th>
              <th scope="col">Kind</th>
              <th scope="col">Message</th>
              <th scope="col">Status</th>
              <th scope="col">Reference</th>
              <th scope="col">Created</th>
            </tr>
          </thead>
          <tbody>
            ${messages.slice(0, most).map(
              (one) =>
                html`<tr>
                  <th scope="row">
                    <a href="sandbox/messages/${one.id}"><bdi>${one.to.split('\n', 1)[0] ?? ''}</bdi></a>
                  </th>
                  <td>${one.type}</td>
                  <td><bdi>${(one.subject ?? one.body).slice(0, 200)}</bdi></td>
                  <td>${one.simulated ? 'smoke test' : publicStatus(one)}</td>
                  <td><bdi>${one.reference ?? ''}</bdi></td>
                  <td>${new Date(one.created).toISOString()}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <h2>Templates</h2>
      <ul>
        ${service.templates
          .list()
          .map(({ id, name, type, version }) => html`<li>${name} (${type}, version ${version}): <code>${id}</code></li>`)}
      </ul>
      <p>
        <a href="sandbox/callbacks">Callbacks</a>, <a href="sandbox/templates">templates as JSON</a>, <a href="sandbox/faults">faults</a>
      </p>`,
  );
}
