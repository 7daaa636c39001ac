import { fillTemplate } from '../content/fill-template.ts';
import { markdownHtml } from '../content/markdown.ts';
import type { NotifyService } from '../sending/notify-service.ts';
import { isError, notifyErrors, type NotifyError } from './errors.ts';
import { presentTemplate } from './present.ts';
import { readId, readTemplatesQuery } from './queries.ts';
import { readPreview } from './requests.ts';

/** GET /v2/templates. */
export function listTemplates(service: NotifyService, url: URL): object | NotifyError {
  const query = readTemplatesQuery(url.searchParams);
  if (isError(query)) return query;
  const type = query.get('type')?.[0];
  return { templates: service.templates.list(type).map(presentTemplate) };
}

/** GET /v2/template/{id}[/version/{n}]. */
export function getTemplate(service: NotifyService, id: string, version?: number): object | NotifyError {
  const wrong = readId('id', id);
  if (wrong) return wrong;
  const template = service.templates.get(id, version);
  return template ? presentTemplate(template) : notifyErrors.noResult();
}

/** POST /v2/template/{id}/preview. */
export function previewTemplate(service: NotifyService, id: string, body: unknown): object | NotifyError {
  const request = readPreview(body);
  if (isError(request)) return request;
  const wrong = readId('id', id);
  if (wrong) return wrong;
  const template = service.templates.get(id);
  if (!template) return notifyErrors.noResult();
  const content = fillTemplate(template, request.personalisation ?? {});
  if (isError(content)) return content;
  return {
    id: template.id,
    type: template.type,
    version: template.version,
    body: content.body,
    html: template.type === 'email' ? markdownHtml(content.body) : null,
    subject: content.subject,
    postage: template.type === 'letter' ? (template.postage ?? 'second') : null,
  };
}
