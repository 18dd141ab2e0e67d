import type { createConsole } from "@guildhall/console";

/** What a staff page answered. */
export interface StaffPage {
  readonly status: number;
  readonly html: string;
  readonly location: string;
  readonly headers: Headers;
}

/** A browser as far as the staff pages can tell: it keeps cookies, and says where a form came from. */
export class StaffBrowser {
  readonly cookies = new Map<string, string>();
  readonly #pages: Pick<ReturnType<typeof createConsole>, "request">;
  readonly #publicUrl: string;

  constructor(pages: Pick<ReturnType<typeof createConsole>, "request">, publicUrl: string) {
    this.#pages = pages;
    this.#publicUrl = publicUrl;
  }

  get(path: string): Promise<StaffPage> {
    return this.send(path, {});
  }

  /** Send a form as a page of ours does, unless other headers say otherwise. */
  post(
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = { "Sec-Fetch-Site": "same-origin" },
  ): Promise<StaffPage> {
    return this.send(path, { method: "POST", body: new URLSearchParams(fields), headers });
  }

  async send(path: string, init: RequestInit): Promise<StaffPage> {
    const headers = new Headers(init.headers);
    headers.set("Cookie", [...this.cookies].map((pair) => pair.join("=")).join("; "));
    const url = new URL(path, this.#publicUrl);
    const answer = await this.#pages.request(url.href, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return {
      status: answer.status,
      html: await answer.text(),
      location: answer.headers.get("location") ?? "",
      headers: answer.headers,
    };
  }

  #keep(line: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
