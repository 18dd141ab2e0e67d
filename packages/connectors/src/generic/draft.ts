import { randomUUID } from "node:crypto";
import type { RequestTemplate } from "@guildhall/contract";
import type { Call } from "../http/call.ts";
import { NotAccepted } from "../not-accepted.ts";
import {
  type Facts,
  pairs,
  writeForm,
  writeHeader,
  writeJson,
  writePath,
  writeText,
  writeXml,
} from "./template.ts";

/** A file that goes along, as it was read. */
export interface File {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** A request that is written but for what lets it in. */
export interface Draft {
  readonly method: Call["method"];
  /** Below the connector's address, encoded. */
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Write a request from its template, with a file where one goes along. */
export function writeDraft(template: RequestTemplate, facts: Facts, file?: File): Draft {
  const content = contentOf(template, facts, file);
  const written = Object.entries(template.headers).map(
    ([name, value]) => [name.toLowerCase(), writeHeader(value, facts)] as const,
  );
  const type = template.contentType ?? content?.type;
  return {
    method: template.method,
    path: writePath(template.path, facts),
    query: pairs(template.query, facts),
    headers: {
      ...Object.fromEntries(written.filter(([, value]) => value !== "")),
      ...(content && type !== undefined && { "content-type": type }),
      ...(content?.disposition && { "content-disposition": content.disposition }),
    },
    ...(content && { body: content.body }),
  };
}

/** The address of a draft: always below the connector's own, whatever is in it. */
export function addressOf(base: string, { path, query }: Pick<Draft, "path" | "query">): string {
  const root = base.replace(/\/+$/, "");
  const search = query
    .map(([name, value]) => encodeURIComponent(name) + (value && `=${encodeURIComponent(value)}`))
    .join("&");
  const url = `${path === "" ? base : `${root}/${path}`}${search && `?${search}`}`;
  if (isBelow(url, base)) return url;
  throw new NotAccepted({ outcome: "refused", code: "address-invalid" });
}

/** Whether an address is at the connector's own or below it. */
export function isBelow(address: string, base: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(base)) return false;
  const [url, own] = [new URL(address), new URL(base)];
  const root = own.pathname.replace(/\/+$/, "");
  return (
    url.origin === own.origin &&
    url.username === "" &&
    (url.pathname === root || url.pathname.startsWith(`${root}/`))
  );
}

interface Content {
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly disposition?: string;
}

const json = "application/json; charset=utf-8";
const xml = "application/xml; charset=utf-8";

function contentOf(template: RequestTemplate, facts: Facts, file?: File): Content | undefined {
  const { body } = template;
  if (body === undefined) return file || isBodyless(template) ? undefined : documentOf(facts);
  if ("json" in body) return { type: json, body: writeJson(body.json, facts) };
  if ("xml" in body) return { type: xml, body: writeXml(body.xml, facts) };
  if ("form" in body)
    return { type: "application/x-www-form-urlencoded", body: writeForm(body.form, facts) };
  if (!file) return documentOf(facts);
  return "multipart" in body ? multipartOf(body.multipart, facts, file) : rawOf(file);
}

function isBodyless({ method }: RequestTemplate): boolean {
  return method === "GET" || method === "DELETE";
}

/** The mapped document as it is; a request that has none has no body. */
function documentOf({ document }: Facts): Content | undefined {
  if (document === undefined) return undefined;
  const body = String(document);
  return { type: /^\s*</.test(body) ? xml : json, body };
}

function rawOf({ name, contentType, bytes }: File): Content {
  return { type: contentType, body: bytes, disposition: `attachment; ${fileName(name)}` };
}

function multipartOf(
  { file: field, fields }: { file: string; fields: Readonly<Record<string, string>> },
  facts: Facts,
  file: File,
): Content {
  const boundary = `----${randomUUID()}`;
  const texts = Object.entries(fields).map(
    ([name, template]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${writeText(template, facts)}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; ${fileName(file.name)}\r\nContent-Type: ${file.contentType}\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(texts.join("") + head),
    file.bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}

/** A name in plain ASCII: what every receiver reads. */
function fileName(name: string): string {
  return `filename="${name.replace(/[^\x20-\x7e]|["\\%;]/g, "_").slice(0, 120)}"`;
}

function quoted(name: string): string {
  return name.replace(/[^\x20-\x7e]|["\\]/g, "_");
}
