import { Problem, type GatewayContext, type Routes } from '@council-kit/gateway';
import * as v from 'valibot';
import { photoSizeLimit, uploadIdSchema, uploadSchema, type Upload } from '../../contract/report.ts';
import { photoUrl } from '../present.ts';
import type { ReportsTables } from '../records/tables.ts';
import type { Reports } from '../reports.ts';
import { blobName, keepPhotos, storePhotos } from './keep-photo.ts';
import { photoMessages } from './photo.messages.ts';

const tags = ['Photos'];
/** What a form puts around a file. */
const formOverhead = 16_384;

/** Photos in, before the report that they belong to; and out, by their opaque ids. */
export function addPhotoRoutes(routes: Routes, reports: Reports): void {
  const { ground } = reports;

  routes.operation(
    {
      method: 'post',
      path: '/uploads',
      summary: 'Hand in one photo',
      description:
        'As the part `photo` of a multipart form. It is decoded, turned upright and encoded again without its metadata. It is deleted unless a report refers to it within `photos.unusedHours`. 503 `photo_busy`: send it again in a few seconds. 429 or 503 `photo_not_now`: there is no room, send the report without it.',
      tags,
      body: v.object({ photo: v.optional(v.union([v.file(), v.array(v.file())])) }),
      bodyTypes: ['multipart/form-data'],
      filesLimit: photoSizeLimit + formOverhead,
      responses: { 201: { description: 'The photo is kept', schema: uploadSchema } },
      presentProblem: presentPhotoProblem,
    },
    async ({ body, context, before, once }) => {
      const file = Array.isArray(body.photo) ? body.photo[0] : body.photo;
      if (!file) throw photoProblem(422, 'missing');
      const earlier = await before();
      if (earlier) return earlier;
      const client = context.get('client');
      const outcome = await reports.photos.ofRequest(client)(new Uint8Array(await file.arrayBuffer()));
      if (outcome.kind === 'busy') throw photoBusy();
      if (outcome.kind === 'refused') throw photoProblem(outcome.code === 'tooLarge' ? 413 : 422, outcome.code);
      const stored = await storePhotos(reports, client, [outcome.photo]);
      return keepPhotos(reports, stored, (keep) =>
        once<ReportsTables>(async (trx) => {
          const [photo] = await keep(trx);
          if (!photo) throw new TypeError('One photo was stored.');
          const { id, type, width, height } = photo;
          const upload: Upload = { id, url: photoUrl(reports, id), type, size: photo.bytes.byteLength, width, height };
          return { status: 201, body: upload, headers: { location: upload.url } };
        }),
      );
    },
  );

  routes.hono.get('/uploads/:id', async (context) => {
    const id = v.safeParse(uploadIdSchema, context.req.param('id'));
    const blob = id.success ? await ground.blobs.get(blobName(id.output)) : undefined;
    if (!blob) throw photoNotFound();
    return new Response(blob, {
      headers: {
        'content-type': 'image/jpeg',
        // An image in a page shows all the same; opened on its own it is a download, never a document of our origin.
        'content-disposition': 'attachment; filename="photo.jpg"',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        // Widgets in the council's other sites show it.
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'private, max-age=3600',
      },
    });
  });
}

function photoProblem(status: number, code: keyof typeof photoMessages): Problem {
  const snake = code.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return new Problem({ status, code: `photo_${snake}`, title: photoMessages[code] });
}

/** Too many photos are waiting to be opened, or come in at the same time. */
export function photoBusy(): Problem {
  return new Problem({
    status: 503,
    code: 'photo_busy',
    title: { en: 'Many photos are being added at the moment', cy: 'Mae llawer o luniau’n cael eu hychwanegu ar hyn o bryd' },
    detail: { en: 'Try again in a few seconds.', cy: 'Rhowch gynnig arall arni ymhen ychydig eiliadau.' },
    headers: { 'Retry-After': '5' },
  });
}

/**
 * At the field `photo`, where something is wrong with the photo or there is no room for it: what can be sent again later has no field.
 * The gateway counts while the body streams in and says how much is too much; here it is said of what.
 */
function presentPhotoProblem(problem: Problem, context: GatewayContext): Response {
  const language = context.get('language');
  const { status, code, title, detail } = (problem.status === 413 ? photoProblem(413, 'tooLarge') : problem).details;
  const again = (status >= 500 || status === 429) && code !== 'photo_not_now';
  const errors = again ? undefined : [{ field: 'photo', message: title[language] }];
  return Response.json(
    { type: `urn:council-kit:problem:${code}`, title: title[language], status, detail: detail?.[language], code, errors },
    { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } },
  );
}

function photoNotFound(): Problem {
  return new Problem({ status: 404, code: 'photo_not_found', title: { en: 'There is no photo here', cy: 'Nid oes llun yma' } });
}
