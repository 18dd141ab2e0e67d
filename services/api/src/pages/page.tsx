import type { Child } from "hono/jsx";

/** Nothing runs on these pages, and nothing is loaded but their stylesheet. */
export const pageHeaders = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "same-origin",
  "Cache-Control": "public, max-age=300",
};

export interface PageProps {
  readonly title: string;
  /** The address of the tenant's `docs/`. */
  readonly docs: string;
  /** Where a key is asked for. */
  readonly developers: string;
  /** The name of the tenant. */
  readonly tenant: string;
  readonly lang?: string;
  readonly children?: Child;
}

/** A page of the documentation: plain, and readable without script. */
export function DocsPage({ title, docs, developers, tenant, lang = "en-GB", children }: PageProps) {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>
          {title} - {tenant} services API
        </title>
        <link rel="stylesheet" href={`${docs}pages.css`} />
        <link rel="icon" href={`${docs}favicon-32x32.png`} />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to main content
        </a>
        <header>
          <p class="owner">{tenant} services API</p>
          <nav aria-label="Documentation">
            <ul>
              <li>
                <a href={`${docs}reference`}>Reference</a>
              </li>
              <li>
                <a href={`${docs}guides/`}>Guides</a>
              </li>
              <li>
                <a href={docs}>Try it out</a>
              </li>
              <li>
                <a href={developers}>Get a key</a>
              </li>
              <li>
                <a href={`${docs}../v1/openapi.json`}>OpenAPI 3.1</a>
              </li>
              <li>
                <a href={`${docs}../v1/openapi-3.0.json`}>OpenAPI 3.0</a>
              </li>
            </ul>
          </nav>
        </header>
        <main id="main">{children}</main>
      </body>
    </html>
  );
}

/** The stylesheet of all pages of the documentation. */
export const stylesheet = `
*{box-sizing:border-box}
body{font:1rem/1.5 "Helvetica Neue",Helvetica,Arial,sans-serif;margin:0 auto;max-width:60rem;padding:0 1rem 4rem;color:#1a1f24;background:#fff}
a{color:#1d4f7c;text-underline-offset:.15em}
a:focus{outline:3px solid #ffdd00;background:#ffdd00;color:#0b0c0c}
.skip{position:absolute;left:-100vw}.skip:focus{position:static}
header{border-bottom:2px solid #1a1f24;padding:.75rem 0;margin-bottom:1.5rem}
.owner{font-weight:700;margin:0}
.contents h2{font-size:1.1rem;margin:1.25rem 0 .25rem;padding:0;border:0}
.contents ul{display:grid;gap:.25rem 1.25rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr))}
.contents .names{grid-template-columns:repeat(auto-fill,minmax(min(100%,12rem),1fr))}
nav ul{list-style:none;margin:.25rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
h1{font-size:2rem;line-height:1.2;margin:.5rem 0 1rem}
h2{font-size:1.5rem;line-height:1.25;margin:3rem 0 .75rem;padding-top:.75rem;border-top:1px solid #c4ccd3}
h3{font-size:1.2rem;margin:2.5rem 0 .25rem}
h4{font-size:1rem;margin:1.25rem 0 .25rem}
h1,h2,h3,p,li,td,th{overflow-wrap:anywhere}
code{font:.9em/1.4 "SFMono-Regular",Consolas,"Liberation Mono",Menlo,monospace;overflow-wrap:anywhere}
pre{background:#f3f5f7;border-left:4px solid #c4ccd3;padding:.75rem 1rem;white-space:pre-wrap;overflow-wrap:anywhere;margin:.5rem 0 1rem}
table{border-collapse:collapse;width:100%;margin:.25rem 0 1rem;table-layout:fixed}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid #c4ccd3}
th[scope=row]{font-weight:400}
td p{margin:0}
.narrow{width:35%}
.call{font-size:1.05rem;margin:.25rem 0}
.method{font-weight:700}
.quiet{color:#4f5b66}
:target{scroll-margin-top:1rem}
@media print{header nav,.skip{display:none}}
`;
