import type { Platform } from '@council-kit/sandbox';

/** The sandbox's platforms without sockets: a `fetch` that hands each request to the platform that its address names. */
export interface InProcess {
  readonly fetch: typeof fetch;
  /** The base URL of a platform's protocol. */
  baseUrl(name: string): string;
}

/** @param refuse answers instead of the platform, for a request that the platform should refuse */
export function inProcess(
  platforms: Readonly<Record<string, Platform>>,
  refuse: (name: string, request: Request) => Promise<Response | undefined> = () => Promise.resolve(undefined),
): InProcess {
  return {
    baseUrl: (name) => `http://${name}.sandbox.invalid${platforms[name]?.basePath ?? ''}`,
    async fetch(input, init) {
      const request = new Request(input, init);
      const name = new URL(request.url).hostname.replace('.sandbox.invalid', '');
      const platform = platforms[name];
      if (!platform) throw new TypeError(`No platform answers at ${request.url}.`);
      return (await refuse(name, request)) ?? (await platform.fetch(request));
    },
  };
}
