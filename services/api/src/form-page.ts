import type { FormDocument } from "@guildhall/domain";
import { html, raw } from "hono/html";

const style = `body{font:16px/1.5 Arial,Helvetica,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c}
h1{font-size:1.75rem}h2{font-size:1.25rem;margin-top:2rem;border-bottom:1px solid #b1b4b6}
dt{font-weight:bold;margin-top:.75rem}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}`;

/** The form as it was filled in: a page that needs nothing but itself, for reading and for printing. */
export function formPage({ reference, serviceTitle, receivedAt, sections }: FormDocument): string {
  const page = html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${reference}: ${serviceTitle}</title><style>${raw(style)}</style></head>
<body><main><h1>${serviceTitle}</h1><p>Reference ${reference}, received ${longDate(receivedAt)}</p>
${sections.map(sectionOf)}</main></body></html>`;
  return String(page);
}

function sectionOf({ title, rows }: FormDocument["sections"][number]) {
  return html`<section><h2>${title}</h2><dl>
${rows.map(({ label, text }) => html`<dt>${label}</dt>${text.map((line) => html`<dd>${line}</dd>`)}`)}</dl></section>`;
}

const format = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Europe/London",
});

function longDate(instant: string): string {
  return format.format(new Date(instant));
}
