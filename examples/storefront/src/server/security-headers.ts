/** The headers of every answer: a page may load from the shop and from the collector, and from nowhere else. */
import { createMiddleware } from 'hono/factory';

/** @param collector Its origin. */
const contentSecurityPolicy = (collector: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${collector}`,
    `connect-src 'self' ${collector}`,
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

export const securityHeaders = (collector: string) =>
  createMiddleware(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', contentSecurityPolicy(collector));
    c.header('X-Content-Type-Options', 'nosniff');
    // Not `no-referrer`: browsers would then send `Origin: null` with the shop's own forms.
    c.header('Referrer-Policy', 'same-origin');
  });
