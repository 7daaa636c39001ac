import { brotliCompressSync, gzipSync } from 'node:zlib';
import { cacheable, type CacheOptions, type GatewayContext } from '@council-kit/gateway';

/**
 * Answers with a text that stays the same while the gateway runs: compressed once, because a slow line is where it matters and
 * not every council has a proxy in front that does it.
 */
export function compressed(text: string, options: CacheOptions): (context: GatewayContext) => Response {
  const bodies = { br: brotliCompressSync(text), gzip: gzipSync(text) };
  return (context) => {
    const response = cacheable(context, text, options);
    response.headers.append('vary', 'Accept-Encoding');
    const accepted = (context.req.header('accept-encoding') ?? '').split(',').map((one) => one.trim().toLowerCase());
    // `br;q=0` and the like are read as no: the plain text is never wrong.
    const encoding = (['br', 'gzip'] as const).find((each) => accepted.includes(each));
    if (encoding === undefined || response.status !== 200) return response;
    response.headers.set('content-encoding', encoding);
    return new Response(bodies[encoding], { headers: response.headers });
  };
}
