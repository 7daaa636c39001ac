import { renderToString } from '@council-kit/gateway';
import type { Middleware } from '@web/dev-server-core';

/** What a test asks the server to write: a template function by its name, out of a package's entry, with its options. */
export interface ServerWrittenRequest {
  from: string;
  template: string;
  options: unknown;
}

export const serverWrittenPath = '/server-written';

/**
 * Answers the tests with HTML as the gateway writes it (../fixture.ts asks for it), so that “enhancing what the server wrote” is tested on
 * what councils serve.
 */
export const serverWritten: Middleware = async (context, next) => {
  if (context.path !== serverWrittenPath) {
    await next();
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of context.req) chunks.push(chunk as Buffer);
  const { from, template, options } = JSON.parse(Buffer.concat(chunks).toString()) as ServerWrittenRequest;
  context.type = 'html';
  try {
    context.body = `<!doctype html><title>Server-written</title><body>${await write(from, template, options)}</body>`;
  } catch (error) {
    context.status = 500;
    context.body = `<!doctype html><title>Error</title><body><plaintext>${error instanceof Error ? error.stack : String(error)}`;
  }
};

async function write(from: string, template: string, options: unknown): Promise<string> {
  const entry = (await import(from)) as Record<string, unknown>;
  const found = entry[template];
  if (typeof found !== 'function') throw new Error(`${from} exports no template “${template}”`);
  return renderToString(found(options));
}
