import { createMiddleware } from "hono/factory";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Say of every answer what a browser may do with it: nothing that is not ours, and never inside another page.
 *
 * The referrer stays within this origin, since an address may hold a reference; with `no-referrer` browsers would
 * send `Origin: null` with our own forms. What a route says itself goes before, and https is the server's to insist on.
 */
export function securityHeaders() {
  const headers = {
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
  };
  return createMiddleware(async function addSecurityHeaders(c, next) {
    await next();
    for (const [name, value] of Object.entries(headers)) {
      if (!c.res.headers.has(name)) c.header(name, value);
    }
  });
}
