/** What a machine is called where it speaks to itself. Pure. */

/** As they stand in an URL. */
export const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

const ANY = LOOPBACK_HOSTS.map((host) => host.replace(/[^\w:]/g, '\\$&')).join('|');
const ORIGIN = new RegExp(`^https?://(?:${ANY})(?::\\d+)?$`);

/** @param host As it stands in an URL, or as a server is told to listen on it. */
export const isLoopbackHost = (host: string): boolean => LOOPBACK_HOSTS.includes(host) || host === '::1';

export const isLoopbackOrigin = (origin: string): boolean => ORIGIN.test(origin);
