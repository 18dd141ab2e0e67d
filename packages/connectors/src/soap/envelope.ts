import type { SoapSettings } from "@guildhall/contract";
import type { Draft } from "../generic/draft.ts";
import { escapeAttribute, type Facts, writePath, writeXml } from "../generic/template.ts";

export type Soap = Pick<SoapSettings, "version" | "namespaces" | "header">;

/** One operation as the settings describe it. */
export interface OperationTemplate {
  readonly action: string;
  readonly body: string;
  readonly path?: string | undefined;
}

const envelopes = {
  "1.1": "http://schemas.xmlsoap.org/soap/envelope/",
  "1.2": "http://www.w3.org/2003/05/soap-envelope",
} as const;

/** Write an operation in its envelope; the mapped document of a create stands in the body as it is. */
export function writeOperation(
  { version, namespaces, header = "" }: Soap,
  { action, body, path = "" }: OperationTemplate,
  facts: Facts,
): Draft {
  const declared = Object.entries(namespaces)
    .map(([prefix, uri]) => ` xmlns:${prefix}="${escapeAttribute(uri)}"`)
    .join("");
  const head = writeXml(header, facts) + marker;
  const inner = writeXml(body, facts);
  return {
    method: "POST",
    path: writePath(path, facts),
    query: [],
    headers: headersOf(version, action),
    body: `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${envelopes[version]}"${declared}><soap:Header>${head}</soap:Header><soap:Body>${inner}</soap:Body></soap:Envelope>`,
  };
}

/** Where the security header goes: no value holds it, for all are escaped. */
const marker = "<?security?>";

/** Put what lets us in into the envelope's header, or nothing. */
export function withSecurity(draft: Draft, security: string): Draft {
  const body = typeof draft.body === "string" ? draft.body : "";
  const at = body.indexOf(marker);
  if (at < 0) return draft;
  const before = body.slice(0, at);
  const whole = `${before}${security}${body.slice(at + marker.length)}`;
  return { ...draft, body: whole.replace("<soap:Header></soap:Header>", "") };
}

function headersOf(version: SoapSettings["version"], action: string): Record<string, string> {
  const quoted = `"${action.replace(/[^\x21-\x7e]|["\\]/g, "")}"`;
  if (version === "1.1")
    return { "content-type": "text/xml; charset=utf-8", soapaction: quoted, accept: "text/xml" };
  const type = `application/soap+xml; charset=utf-8; action=${quoted}`;
  return { "content-type": type, accept: "application/soap+xml" };
}
