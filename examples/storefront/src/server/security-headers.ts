/** The headers of every answer: a page may load from the shop and from the collector, and from nowhere else. */
import { createMiddleware } from 'hono/factory';

/** What is made to be shown inside a page of the shop. */
const EMBEDS = '/embeds/';

/**
 * @param collector Its origin.
 * @param framed By whom a page may be framed.
 */
const contentSecurityPolicy = (collector: string, framed: "'none'" | "'self'"): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${collector}`,
    `connect-src 'self' ${collector}`,
    "style-src 'self'",
    "img-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framed}`,
    "require-trusted-types-for 'script'",
  ].join('; ');

export const securityHeaders = (collector: string) =>
  createMiddleware(async (c, next) => {
    await next();
    const framed = c.req.path.startsWith(EMBEDS) ? "'self'" : "'none'";
    c.header('Content-Security-Policy', contentSecurityPolicy(collector, framed));
    c.header('X-Content-Type-Options', 'nosniff');
    // Not `no-referrer`: browsers would then send `Origin: null` with the shop's own forms.
    c.header('Referrer-Policy', 'same-origin');
  });
