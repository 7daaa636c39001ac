import { html } from 'hono/html';
import { page, type Html } from '../page.ts';
import type { BackOffice } from './back-office.ts';
import type { Received, ReceivedFile, ServiceRequest } from './book.ts';
import { extendedStatuses } from './dialect.ts';

/** How many rows a page shows; the JSON has all of them. */
const mostRows = 200;

/** What a form or a program gave, when it cannot be used: the sentence, and what was typed. */
export interface RefusedChange {
  problem: string;
  description: string;
  status: string;
}

/** What was typed by others is kept from turning the page's own text round. */
const own = (text: string | number | undefined): Html => html`<bdi>${text ?? ''}</bdi>`;

/** `/`: the requests in the back office and every POST that came. */
export function bookPage(office: BackOffice): Promise<Response> {
  const { requests, received } = office.book;
  return page(
    'A council back office (Open311)',
    '',
    html`<p>
        It speaks GeoReport v2 in the ${office.dialect} dialect.
        <a href="services.xml?jurisdiction_id=${office.jurisdictionId}">Services</a>, <a href="sandbox/faults">faults</a>,
        <a href="sandbox/received">all that was received, as JSON</a>.
      </p>
      <h2>Service requests</h2>
      ${
        requests.length === 0
          ? html`<p>None yet.</p>`
          : html`<div class="scroll">
              <table>
                <caption>
                  ${rows(requests.length, 'service request')}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Id</th>
                    <th scope="col">Service</th>
                    <th scope="col">Status</th>
                    <th scope="col">Received</th>
                    <th scope="col">Description</th>
                  </tr>
                </thead>
                <tbody>
                  ${requests
                    .slice(-mostRows)
                    .reverse()
                    .map(
                      (request) =>
                        html`<tr>
                          <th scope="row">
                            <a href="sandbox/requests/${encodeURIComponent(request.service_request_id)}">${request.service_request_id}</a>
                          </th>
                          <td>${own(request.service_code)}</td>
                          <td>${request.status}</td>
                          <td>${request.requested}</td>
                          <td>${own(request.description.slice(0, 200))}</td>
                        </tr>`,
                    )}
                </tbody>
              </table>
            </div>`
      }
      <h2>Received</h2>
      ${
        received.length === 0
          ? html`<p>Nothing yet.</p>`
          : html`<div class="scroll">
              <table>
                <caption>
                  ${rows(received.length, 'POST')}. A POST that came twice is here twice.
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Number</th>
                    <th scope="col">At</th>
                    <th scope="col">Path</th>
                    <th scope="col">Answer</th>
                  </tr>
                </thead>
                <tbody>
                  ${received
                    .slice(-mostRows)
                    .reverse()
                    .map(
                      (one) =>
                        html`<tr>
                          <th scope="row"><a href="sandbox/received/${one.number}">${one.number}</a></th>
                          <td>${one.at}</td>
                          <td>${own(one.path)}</td>
                          <td>${summary(one)}</td>
                        </tr>`,
                    )}
                </tbody>
              </table>
            </div>`
      }`,
  );
}

const rows = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}${count > mostRows ? `, the last ${mostRows} shown` : ''}`;

function summary({ answer }: Received): string {
  const given =
    answer.token ?? answer.service_request_id ?? answer.update_id ?? answer.errors?.map((error) => error.description).join('; ');
  return `${answer.status} ${given ?? ''}${answer.duplicate ? ' (came before)' : ''}`;
}

/** `/sandbox/received/{number}`: one POST, as it came. */
export function receivedPage(received: Received): Promise<Response> {
  return page(
    `POST ${received.number}`,
    '../../',
    html`<p><a href="../../">All that was received</a></p>
      <p>${received.at}, ${own(received.path)}, ${own(received.contentType)}, answered ${summary(received)}</p>
      <div class="scroll">
        <table>
          <caption>
            Parameters, in order
          </caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            ${received.parameters.map(
              ([name, value]) =>
                html`<tr>
                  <th scope="row">${own(name)}</th>
                  <td>${own(value)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${files(received.files)}`,
  );
}

/** `/sandbox/requests/{id}`: one request, and the officer's form. */
export function requestPage(office: BackOffice, request: ServiceRequest, refused?: RefusedChange): Promise<Response> {
  const updates = office.book.updates.filter((update) => update.service_request_id === request.service_request_id);
  const facts: [string, string][] = [
    ['Service', request.service_code],
    ['Status', request.status],
    ['Received', request.requested],
    ['Changed', request.updated],
    ['Description', request.description],
    ['Position', request.lat === undefined ? '' : `${request.lat}, ${request.long}`],
    ['Address', request.address],
    ['Address id', request.address_id],
    ...request.media_url.map((url): [string, string] => ['Media', url]),
    ...request.attributes.map(([code, value]): [string, string] => [`attribute[${code}]`, value]),
    ...Object.entries(request.contact).map(([name, value]): [string, string] => [name, value ?? '']),
  ];
  const chosen = refused ? refused.status : request.status;
  return page(
    `Service request ${request.service_request_id}`,
    '../../',
    html`<p><a href="../../">All that was received</a></p>
      <div class="scroll">
        <table>
          <caption>
            What the resident reported
          </caption>
          <tbody>
            ${facts
              .filter(([, value]) => value !== '')
              .map(
                ([name, value]) =>
                  html`<tr>
                    <th scope="row">${own(name)}</th>
                    <td>${own(value)}</td>
                  </tr>`,
              )}
          </tbody>
        </table>
      </div>
      ${files(request.files)}
      <h2>Updates</h2>
      ${
        updates.length === 0
          ? html`<p>None yet.</p>`
          : html`<ol>
              ${updates.map((update) => html`<li>${update.updated}, ${update.status}, from ${update.from === 'officer' ? 'an officer' : 'a client'}: ${own(update.description)}</li>`)}
            </ol>`
      }
      <h2>Change the status</h2>
      <form method="post" action="${encodeURIComponent(request.service_request_id)}">
        ${refused ? html`<p class="error" id="problem" role="alert">${refused.problem}</p>` : ''}
        <label for="status">Status</label>
        <select id="status" name="status">
          ${extendedStatuses.map((status) => html`<option value="${status}" ${status === chosen ? html` selected` : ''}>${status}</option>`)}
        </select>
        <label for="description">Public note</label>
        <textarea id="description" name="description" ${refused ? html` aria-describedby="problem" aria-invalid="true"` : ''}>
${refused?.description ?? ''}</textarea>
        <label for="external_status_code">External status code (may be left out)</label>
        <input id="external_status_code" name="external_status_code" />
        <div><button>Save the update</button></div>
      </form>`,
    refused ? 400 : 200,
  );
}

function files(received: readonly ReceivedFile[]): Html | string {
  if (received.length === 0) return '';
  return html`<h2>Files</h2>
    <ul>
      ${received.map(
        (file) =>
          html`<li>
            <a href="../files/${file.sha256}">${own(file.filename || file.name)}</a>, ${own(file.type)}, ${file.bytes} bytes
            ${file.type.startsWith('image/') ? html`<br /><img src="../files/${file.sha256}" alt="" />` : ''}
          </li>`,
      )}
    </ul>`;
}
