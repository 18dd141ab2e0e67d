import type { Language } from "@guildhall/contract";
import { createPortal } from "../index.ts";
import { createFakeApi, type FakeApi } from "./fake-api.ts";

export const publicUrl = "https://services.example";

/** What a page answered, with its words as a reader sees them. */
export interface Seen {
  readonly status: number;
  readonly html: string;
  readonly location: string | undefined;
  readonly headers: Headers;
}

type SentFile = readonly [name: string, content: string];

/** `Array.isArray` does not know lists that cannot be changed. */
function isList<T>(value: T): value is Extract<T, readonly unknown[]> {
  return Array.isArray(value);
}

/** A browser as far as the portal can tell: it keeps cookies, and says where a form came from. */
export class Visitor {
  readonly api: FakeApi;
  readonly faults: unknown[] = [];
  readonly #portal;
  readonly #language: Language;
  cookies = new Map<string, string>();

  constructor(api: FakeApi = createFakeApi(), language: Language = "en") {
    this.api = api;
    this.#language = language;
    if (language === "cy") api.offersWelsh = true;
    this.#portal = createPortal({
      fetch: (request) => api.fetch(request),
      apiOrigin: "https://api.example",
      publicUrl,
      now: () => new Date("2026-11-22T12:00:00Z"),
      reportFault: (error) => this.faults.push(error),
    });
  }

  get(path: string): Promise<Seen> {
    return this.send(path, { headers: {} });
  }

  /** Send a form; a field may have several values. */
  post(path: string, fields: Record<string, string | string[]> = {}): Promise<Seen> {
    const body = new URLSearchParams();
    for (const [name, values] of Object.entries(fields)) {
      for (const value of [values].flat()) body.append(name, value);
    }
    return this.send(path, { method: "POST", body, headers: { "Sec-Fetch-Site": "same-origin" } });
  }

  /** Send a page with files, by their fields, as a browser does: one that was left empty is a file without a name. */
  sendFiles(
    path: string,
    fields: Record<string, string>,
    files: Record<string, SentFile> | readonly (readonly [field: string, file: SentFile])[],
  ): Promise<Seen> {
    const boundary = "----boundary";
    const part = (head: string, text: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}\r\n`;
    const said = Object.entries(fields).map(([name, text]) => part(`name="${name}"`, text));
    const entries: readonly (readonly [string, SentFile])[] = isList(files)
      ? files
      : Object.entries(files);
    const sent = entries.map(([field, [name, content]]) =>
      part(`name="${field}"; filename="${name}"\r\nContent-Type: image/png`, content),
    );
    const headers = {
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": `multipart/form-data; boundary=${boundary}`,
    };
    const body = [...said, ...sent, `--${boundary}--\r\n`].join("");
    return this.send(path, { method: "POST", body, headers });
  }

  async send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Seen> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...init.headers, ...(cookie === "" ? {} : { Cookie: cookie }) };
    const answer = await this.#portal.request(`${publicUrl}${this.#inLanguage(path)}`, {
      ...init,
      headers,
    });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return {
      status: answer.status,
      html: await answer.text(),
      location: answer.headers.get("location") ?? undefined,
      headers: answer.headers,
    };
  }

  /** Tests name pages by their English addresses. */
  #inLanguage(path: string): string {
    return this.#language === "en" ? path : path.replace(/^(\/c\/[^/]+)\/(?!cy(?:\/|$))/, "$1/cy/");
  }

  #keep(line: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

export const council = "/c/exampleshire";
export const noise = `${council}/services/noise`;

/** What makes each page of the noise service right. */
export const rightAnswers: Record<string, Record<string, string | string[]>> = {
  source: { source: "home" },
  kind: { kinds: ["music", "other"], otherKind: "Drums", words: "Loud", person: "" },
  told: { told: "yes", "toldOn-day": "3", "toldOn-month": "11", "toldOn-year": "2026" },
  dates: {
    "dates-0-date-day": "1",
    "dates-0-date-month": "11",
    "dates-0-date-year": "2026",
    "dates-0-from": "9pm",
  },
  evidence: {},
  details: {
    yourName: "Ada <b>Byron</b>",
    yourEmail: "ada@example.com",
    "yourAddress-line1": "1 High Street",
    "yourAddress-town": "Ely",
    "yourAddress-postcode": "cb7 4aa",
  },
};

/** What makes the form right that asks for access. */
export const rightAccess: Record<string, string | string[]> = {
  organisation: "Warm Homes <Advice>",
  kind: "partner",
  contactName: "Grace Hopper",
  contactEmail: "Grace@warm-homes.example",
  purpose: "To show people how far\r\ntheir request is.",
  scopes: ["processes:read", "notes:read"],
  wants: "live",
};

/** Begin a request and answer the pages before `page`. */
export async function fillUpTo(visitor: Visitor, page?: string): Promise<void> {
  await visitor.post(noise);
  for (const [id, fields] of Object.entries(rightAnswers)) {
    if (id === page) return;
    await visitor.post(`${noise}/${id}`, fields);
  }
}

/** The hidden answers of the page that reads them back, and what sending them answers. */
export async function sendReport(visitor: Visitor): Promise<Seen> {
  return visitor.post(`${noise}/check-your-answers`, { answers: await answersToSend(visitor) });
}

export async function answersToSend(visitor: Visitor): Promise<string> {
  const { html } = await visitor.get(`${noise}/check-your-answers`);
  const [, value = ""] = /name="answers" value="([^"]*)"/.exec(html) ?? [];
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
