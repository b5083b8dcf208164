/** Stops a server: nothing new, an answer to what is under way, and an end even where somebody sends without end. */
import type { ServerType } from '@hono/node-server';

const LOOK_FOR_IDLE_MS = 50;

/** @param withinMs Connections that are open after it are cut. @returns When none is left. */
export function closeServer(server: ServerType, withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    // Connections that browsers keep open count as open until they are told.
    const idle = setInterval(() => {
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    }, LOOK_FOR_IDLE_MS);
    const cut = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, withinMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
  });
}
