import { inLanguage, type Language } from '@council-kit/core';
import type { Routes } from '@council-kit/gateway';
import * as v from 'valibot';
import type { ServiceKind } from '../../contract/service-kind.ts';
import type { Reports } from '../reports.ts';
import { formatOf, formats, open311Response, type Value } from './format.ts';
import { checkJurisdiction } from './parameters.ts';
import { open311Problems, presentOpen311Problem } from './problems.ts';

export const tags = ['Open311 GeoReport v2'];
export const contentTypes = ['application/json', 'text/xml'];

/** The query of reads: unknown parameters are left alone, as Open311 clients send many. */
export const looseQuery = v.looseObject({ jurisdiction_id: v.optional(v.union([v.string(), v.array(v.string())])) });

/** `{id}.{format}`, the last part of an address. */
export const fileSchema = v.object({
  file: v.pipe(
    v.string(),
    v.regex(/\.(json|xml)$/),
    v.transform((file) => ({ id: file.replace(/\.(json|xml)$/, ''), format: formatOf(file) })),
  ),
});

/** Service list, service definition and discovery. */
export function addServiceRoutes(routes: Routes, reports: Reports): void {
  const { settings, kinds, ground } = reports;

  for (const format of formats) {
    routes.operation(
      {
        method: 'get',
        path: `/open311/v2/services.${format}`,
        summary: 'Service list',
        tags,
        anyOrigin: true,
        query: looseQuery,
        responses: { 200: { description: 'The kinds of report', contentTypes } },
        presentProblem: presentOpen311Problem,
      },
      ({ query, context }) => {
        checkJurisdiction(settings, query);
        return open311Response(
          format,
          'services',
          kinds.map((kind) => presentService(kind, context.get('language'))),
          { headers: cached },
        );
      },
    );

    routes.operation(
      {
        method: 'get',
        path: `/open311/v2/discovery.${format}`,
        summary: 'Service discovery',
        tags,
        anyOrigin: true,
        responses: { 200: { description: 'Where and how this server answers', contentTypes } },
        presentProblem: presentOpen311Problem,
      },
      () => {
        const changeset = '2026-11-01T00:00:00Z';
        const endpoint = {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: ground.site.url('/open311/v2'),
          changeset,
          type: 'production',
          formats: ['application/json', 'text/xml'],
        };
        const { contact, keyService } = settings.open311;
        return open311Response(
          format,
          'discovery',
          { changeset, contact, key_service: keyService, endpoints: [endpoint] },
          { headers: cached },
        );
      },
    );
  }

  routes.operation(
    {
      method: 'get',
      path: '/open311/v2/services/:file',
      summary: 'Service definition',
      description: '`{service_code}.json` or `{service_code}.xml`.',
      tags,
      anyOrigin: true,
      params: fileSchema,
      query: looseQuery,
      responses: { 200: { description: 'The questions of one kind', contentTypes } },
      presentProblem: presentOpen311Problem,
    },
    ({ params, query, context }) => {
      checkJurisdiction(settings, query);
      const kind = kinds.find(({ service_code }) => service_code === params.file.id);
      if (!kind) throw open311Problems.serviceUnknown();
      return open311Response(params.file.format, 'service_definition', presentDefinition(kind, context.get('language')), {
        headers: cached,
      });
    },
  );
}

/** They differ by language, and change with the settings only. */
const cached = { 'cache-control': 'public, max-age=300', vary: 'Accept-Language' };

function presentService(kind: ServiceKind, language: Language): Value {
  return {
    service_code: kind.service_code,
    service_name: inLanguage(kind.service_name, language),
    description: inLanguage(kind.description, language),
    metadata: kind.attributes.length > 0,
    type: 'realtime',
    keywords: inLanguage(kind.keywords, language).replace(/,\s+/g, ','),
    group: inLanguage(kind.group, language),
  };
}

function presentDefinition(kind: ServiceKind, language: Language): Value {
  return {
    service_code: kind.service_code,
    attributes: kind.attributes.map((attribute, index) => ({
      variable: true,
      code: attribute.code,
      datatype: attribute.datatype,
      required: attribute.required !== undefined,
      datatype_description: attribute.datatype_description ? inLanguage(attribute.datatype_description, language) : '',
      order: index + 1,
      description: inLanguage(attribute.description, language),
      ...(attribute.values.length > 0
        ? { values: attribute.values.map(({ key, name }) => ({ key, name: inLanguage(name, language) })) }
        : {}),
    })),
  };
}
