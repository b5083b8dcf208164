/** Starts the shop on a port. */
import { serve } from '@hono/node-server';
import { createStorefront, type StorefrontOptions } from './storefront.ts';

export interface ServeOptions extends StorefrontOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Such as `127.0.0.1`. */
  readonly host: string;
}

export interface RunningStorefront {
  /** Without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Rejects where the port is taken. */
export function serveStorefront({ port, host, ...options }: ServeOptions): Promise<RunningStorefront> {
  const app = createStorefront(options);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host }, (info) => {
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({
        url: `http://${name}:${info.port}`,
        close: () =>
          new Promise((closed, failed) => {
            server.close((error) => (error === undefined ? closed() : failed(error)));
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.once('error', reject);
  });
}
