/**
 * How many connections there may be, how long their heads, and how slow: so that nobody who opens many, or says little on
 * them, keeps others out. How long a body may be and take: limit-body. Where a connection comes from it asks anonymise.
 */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { ServerType } from '@hono/node-server';

const CONNECTION_BOUNDS = {
  /** Beyond it connections are refused at once. */
  connections: 4_000,
  /** Of one truncated network, where visitors come directly: many may share an address, and each keeps a few open. */
  connectionsPerNetwork: 500,
  /** The line with the address and all headers together; a longer head is answered 431. */
  headBytes: 16 * 1024,
  headMs: 10_000,
  /** The longest body of all, on the slowest line that is waited for; others are held to less by limit-body. */
  requestMs: 3_600_000,
  /** Nothing comes and nothing can be sent, as where somebody does not read what they asked for. */
  silenceMs: 120_000,
  /** Between two requests. Proxies keep theirs for a minute, and must not be the ones to find it closed. */
  idleMs: { direct: 5_000, behindProxy: 65_000 },
} as const;

export const serverOptions = (isBehindProxy: boolean) => ({
  maxHeaderSize: CONNECTION_BOUNDS.headBytes,
  headersTimeout: CONNECTION_BOUNDS.headMs,
  requestTimeout: CONNECTION_BOUNDS.requestMs,
  keepAliveTimeout: CONNECTION_BOUNDS.idleMs[isBehindProxy ? 'behindProxy' : 'direct'],
  connectionsCheckingInterval: 2_000,
});

interface Bounds {
  readonly connections: number;
  readonly connectionsPerNetwork: number;
  readonly silenceMs: number;
}

/**
 * @param networkOf Opaque, of the other end of a connection; `null` where all come from a proxy or a relay.
 * @param bounds Default: those above.
 */
export function limitConnections(
  server: ServerType,
  networkOf: ((socket: Socket) => string) | null,
  bounds: Bounds = CONNECTION_BOUNDS,
): void {
  // Started without certificates of its own, it is a server of plain HTTP.
  const http = server as Server;
  http.maxConnections = bounds.connections;
  http.setTimeout(bounds.silenceMs);
  if (networkOf === null) return;
  const open = new Map<string, number>();
  http.on('connection', (socket: Socket) => {
    const network = networkOf(socket);
    const others = open.get(network) ?? 0;
    if (others >= bounds.connectionsPerNetwork) {
      socket.destroy();
      return;
    }
    open.set(network, others + 1);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left === 0) open.delete(network);
      else open.set(network, left);
    });
  });
}
