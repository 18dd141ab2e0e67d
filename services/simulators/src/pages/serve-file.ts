import type { Context } from "hono";

interface ServedFile {
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name?: string;
}

const shown = /^(image\/(jpeg|png|gif|webp)|application\/pdf|text\/(plain|html)|audio\/|video\/)/;

/** Show a file in the browser where that is safe, or hand it over; a web page runs no script. */
export function serveFile(c: Context, { contentType, bytes, name }: ServedFile): Response {
  const way = shown.test(contentType) ? "inline" : "attachment";
  return c.body(bytes, 200, {
    "Content-Type": contentType,
    "Content-Disposition": name ? `${way}; filename*=UTF-8''${encodeURIComponent(name)}` : way,
    "Content-Security-Policy": contentType.startsWith("application/pdf")
      ? "frame-ancestors 'none'"
      : "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; sandbox",
  });
}
