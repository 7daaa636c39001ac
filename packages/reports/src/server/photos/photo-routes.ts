import { Problem, type GatewayContext, type Routes } from '@council-kit/gateway';
import * as v from 'valibot';
import { photoSizeLimit, uploadIdSchema, uploadSchema, type Upload } from '../../contract/report.ts';
import { photoUrl } from '../present.ts';
import type { ReportsTables } from '../records/tables.ts';
import type { Reports } from '../reports.ts';
import { blobName, keepPhoto, storePhoto } from './keep-photo.ts';
import { photoMessages } from './photo.messages.ts';
import { takePhoto } from './take-photo.ts';

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
        'As the part `photo` of a multipart form. It is decoded, turned upright and written anew without its metadata; without a report it is deleted after two days.',
      tags,
      body: v.object({ photo: v.optional(v.union([v.file(), v.array(v.file())])) }),
      bodyTypes: ['multipart/form-data'],
      filesLimit: photoSizeLimit + formOverhead,
      responses: { 201: { description: 'The photo is kept', schema: uploadSchema } },
      presentProblem: presentPhotoProblem,
    },
    async ({ body, once }) => {
      const file = Array.isArray(body.photo) ? body.photo[0] : body.photo;
      if (!file) throw photoProblem(422, 'missing');
      const taken = await takePhoto(new Uint8Array(await file.arrayBuffer()));
      if (taken.kind === 'refused') throw photoProblem(taken.code === 'tooLarge' ? 413 : 422, taken.code);
      const photo = await storePhoto(reports, taken.photo);
      return once<ReportsTables>(async (trx) => {
        await keepPhoto(reports, trx, photo);
        const { id, type, width, height } = photo;
        const upload: Upload = { id, url: photoUrl(reports, id), type, size: photo.bytes.byteLength, width, height };
        return { status: 201, body: upload, headers: { location: upload.url } };
      });
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

/** At the field `photo`. The gateway counts while the body streams in and says how much is too much; here it is said of what. */
function presentPhotoProblem(problem: Problem, context: GatewayContext): Response {
  const language = context.get('language');
  const { status, code, title } = (problem.status === 413 ? photoProblem(413, 'tooLarge') : problem).details;
  const errors = [{ field: 'photo', message: title[language] }];
  return Response.json(
    { type: `urn:council-kit:problem:${code}`, title: title[language], status, code, errors },
    { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } },
  );
}

function photoNotFound(): Problem {
  return new Problem({ status: 404, code: 'photo_not_found', title: { en: 'There is no photo here', cy: 'Nid oes llun yma' } });
}
