import type { Child } from "hono/jsx";

const policy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'self'";

/** The headers of a page of the platform itself. */
export const pageHeaders = {
  "Content-Security-Policy": policy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cache-Control": "no-store",
};

const style = `
body{font:1rem/1.5 "Helvetica Neue",Helvetica,Arial,sans-serif;margin:0 auto;max-width:60rem;padding:1.5rem 1rem 4rem;color:#1a1f24}
a{color:#1d4f7c}a:focus{outline:3px solid #ffdd00;background:#ffdd00;color:#0b0c0c}
h1{font-size:1.75rem;margin:.25rem 0 1rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.6rem .75rem .6rem 0;border-bottom:1px solid #c4ccd3;vertical-align:top;overflow-wrap:anywhere}
.quiet{color:#4f5b66}pre{background:#f3f5f7;padding:1rem;white-space:pre-wrap;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{font-weight:700}dd{margin:0;overflow-wrap:anywhere}
iframe{width:100%;height:40rem;border:1px solid #c4ccd3;background:#fff}`;

/** A plain page of the platform itself, not of a council. */
export function PlainPage({ title, children }: { title: string; children?: Child }) {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {/* Without it a browser asks for one that is not there. */}
        <link rel="icon" href="data:," />
        {/* A constant of ours: nothing in it comes from outside. */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}
