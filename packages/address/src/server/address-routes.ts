import { cacheable, problems, type GatewayContext, type Routes } from '@council-kit/gateway';
import * as v from 'valibot';
import { addressesSchema, longestQuestion, postcodeFactsSchema, type Addresses } from '../contract/lookup.ts';
import { addressesQuerySchema, type AddressesQuery } from '../contract/query.ts';
import type { AddressBook, AddressQuestion } from './address-book.ts';
import { addressMessages } from './address.messages.ts';

const tags = ['Addresses'];

/** The gateway's own half of the contract: what the element and the pages ask. */
export function addAddressRoutes(routes: Routes, book: AddressBook): void {
  routes.operation(
    {
      method: 'get',
      path: '/addresses',
      summary: 'Addresses by postcode, UPRN, words or position',
      description:
        'By postcode in natural order, by words the likeliest first. Problems: 400 postcode_invalid, postcode_incomplete; 404 postcode_not_found, postcode_terminated, postcode_not_listed, uprn_not_found; 429 addresses_busy with Retry-After; 502 or 504 upstream_failed.',
      tags,
      query: addressesQuerySchema,
      responses: { 200: { description: 'The addresses, a page of them', schema: addressesSchema } },
    },
    async ({ query, context }) => {
      const language = query.lang ?? context.get('language');
      const answer = await ask(
        book,
        query,
        { language, client: context.get('client'), area: query.area, limit: query.limit, offset: query.offset },
        context,
      );
      const response = cacheable(context, answer, { maxAge: 60 });
      response.headers.set('Content-Language', language);
      return response;
    },
  );

  routes.operation(
    {
      method: 'get',
      path: '/postcodes/:postcode',
      summary: 'What is known of a postcode: its council, ward and position',
      tags,
      params: v.object({ postcode: v.string() }),
      responses: { 200: { description: 'The facts', schema: postcodeFactsSchema } },
    },
    async ({ params, context }) =>
      cacheable(context, await book.facts(params.postcode, { language: context.get('language'), client: context.get('client') }), {
        maxAge: 3_600,
      }),
  );
}

async function ask(book: AddressBook, query: AddressesQuery, question: AddressQuestion, context: GatewayContext): Promise<Addresses> {
  const { postcode, uprn, q, latitude, longitude } = query;
  const message = (text: { en: string; cy: string }): string => text[context.get('language')];
  const asked = [postcode, uprn, q, latitude ?? longitude].filter((one) => one !== undefined);
  if (asked.length !== 1) throw problems.requestNotAccepted([{ field: 'postcode', message: message(addressMessages.oneQuestion) }]);
  if (postcode !== undefined) return book.byPostcode(postcode, question);
  if (uprn !== undefined) return book.byUprn(uprn, question);
  if (q !== undefined) {
    if (q.trim() === '') throw problems.requestNotAccepted([{ field: 'q', message: message(addressMessages.questionEmpty) }]);
    if (q.length > longestQuestion) throw problems.requestNotAccepted([{ field: 'q', message: message(addressMessages.questionTooLong) }]);
    return book.byWords(q, question);
  }
  if (latitude === undefined || longitude === undefined || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    throw problems.requestNotAccepted([
      {
        field: latitude === undefined || Math.abs(latitude) > 90 ? 'latitude' : 'longitude',
        message: message(addressMessages.oneQuestion),
      },
    ]);
  }
  return book.near({ latitude, longitude }, question);
}
