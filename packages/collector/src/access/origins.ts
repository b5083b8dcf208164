/** From where people reach the dashboard, by the address that the collector was told. Pure. */
import { isLoopbackHost, LOOPBACK_HOSTS } from '../network/loopback.ts';

/** Listening everywhere: reached by any name of the machine, of which only these are known. */
const WILDCARD_NAMES = ['0.0.0.0', '[::]'];

export const isLocal = ({ hostname }: URL): boolean =>
  isLoopbackHost(hostname) || WILDCARD_NAMES.includes(hostname);

/** Whoever starts the demo opens any name of the loopback address; port 0 is chosen after this. */
export function originsOf(baseUrl: string, more: readonly string[]): string[] {
  const url = new URL(baseUrl);
  if (!isLocal(url)) return [url.origin, ...more];
  const suffix = url.port === '' ? '' : `:${url.port === '0' ? '*' : url.port}`;
  return [...LOOPBACK_HOSTS.map((name) => `${url.protocol}//${name}${suffix}`), ...more];
}
