import { elements, text, texts, withXml } from "@guildhall/xml";

/** Where a client reports to, and with which key. */
export interface FixMyStreetOptions {
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Ends with a stroke, as the address that is set up does. */
  readonly endpoint: string;
  readonly key: string;
  readonly now: () => number;
}

/** A report as its sender typed it, with what the site asked besides. */
export interface SiteReport {
  readonly id: number;
  readonly category: string;
  readonly title: string;
  readonly detail: string;
  readonly extra?: Readonly<Record<string, string>>;
}

/** An update that the site shows beneath a report. */
export interface SiteUpdate {
  readonly externalId: string;
  readonly text: string;
  readonly state: string;
}

/**
 * A site that behaves as FixMyStreet does where it meets Open311: it learns categories and what they ask, sends reports
 * with a number of its own, polls the last two hours, and knows an update by its id.
 */
export class FixMyStreet {
  readonly #options: FixMyStreetOptions;
  /** Our id of each report that was taken, by the site's. */
  readonly sent = new Map<number, string>();
  readonly shown = new Map<string, SiteUpdate[]>();
  /** What was said of the last request that failed. */
  failures: string[] = [];

  constructor(options: FixMyStreetOptions) {
    this.#options = options;
  }

  async categories(): Promise<string[]> {
    return this.#read("services.xml", (root) => texts(root, "service/service_code"));
  }

  /** What a person is asked: neither what is there to be read, nor what the site sends by itself. */
  async asks(category: string): Promise<string[]> {
    return this.#read(`services/${category}.xml`, (root) =>
      elements(root, "attribute")
        .filter((one) => text(one, "variable") === "true" && !text(one, "automated"))
        .map((one) => text(one, "code") ?? ""),
    );
  }

  async report({
    id,
    category,
    title,
    detail,
    extra = {},
  }: SiteReport): Promise<string | undefined> {
    const fields = {
      service_code: category,
      description: `title: ${title}\n\ndetail: ${detail}\n\nurl: https://fms.test/report/${id}\n\nSubmitted via FixMyStreet\n`,
      lat: "52.20531",
      long: "0.12184",
      first_name: "Ada",
      last_name: "Byron",
      email: "ada@example.com",
      "attribute[fixmystreet_id]": String(id),
      "attribute[easting]": "545123",
      "attribute[northing]": "258456",
      ...Object.fromEntries(
        Object.entries(extra).map(([code, value]) => [`attribute[${code}]`, value]),
      ),
    };
    const taken = await this.#post("requests.xml", fields, "request/service_request_id");
    if (taken !== undefined) this.sent.set(id, taken);
    return taken;
  }

  /** Ask for the last two hours and keep what is new, at times the site itself believes in. */
  async poll(): Promise<void> {
    const end = w3c(this.#options.now());
    const start = w3c(this.#options.now() - 2 * 3_600_000);
    const query = new URLSearchParams({
      api_key: this.#options.key,
      start_date: start,
      end_date: end,
    });
    const updates = await this.#read(`servicerequestupdates.xml?${query}`, (root) =>
      elements(root, "request_update").map((one) => ({
        at: text(one, "updated_datetime") ?? "",
        of: text(one, "service_request_id") ?? "",
        externalId: text(one, "update_id") ?? "",
        text: text(one, "description") ?? "",
        state: text(one, "status") ?? "",
      })),
    );
    for (const { at, of, ...update } of updates) {
      const ours = [...this.sent.values()].includes(of);
      const known = this.shown.get(of) ?? [];
      if (!ours || at < start || at > end) continue;
      if (known.some(({ externalId }) => externalId === update.externalId)) continue;
      this.shown.set(of, [...known, update]);
    }
  }

  /** Send what someone wrote beneath a report; its id becomes the council's. */
  async comment(report: string, id: number, description: string): Promise<string | undefined> {
    const fields = {
      service_request_id: report,
      update_id: String(id),
      status: "OPEN",
      updated_datetime: w3c(this.#options.now()),
      first_name: "Grace",
      last_name: "-",
      email: "grace@example.com",
      description,
    };
    const path = "servicerequestupdates.xml";
    const externalId = await this.#post(path, fields, "request_update/update_id");
    if (externalId === undefined) return undefined;
    const update = { externalId, text: description, state: "unchanged" };
    this.shown.set(report, [...(this.shown.get(report) ?? []), update]);
    return externalId;
  }

  async #read<T>(path: string, read: Parameters<typeof withXml<T>>[1]): Promise<T> {
    const response = await this.#options.fetch(`${this.#options.endpoint}${path}`);
    if (!response.ok) throw new Error(`${path} gave ${response.status}: ${await response.text()}`);
    return withXml(Buffer.from(await response.arrayBuffer()), read);
  }

  async #post(
    path: string,
    fields: Record<string, string>,
    at: string,
  ): Promise<string | undefined> {
    const response = await this.#options.fetch(`${this.#options.endpoint}${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ api_key: this.#options.key, ...fields }).toString(),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    this.failures = response.ok ? [] : withXml(bytes, (root) => texts(root, "error/description"));
    return response.ok ? withXml(bytes, (root) => text(root, at)) : undefined;
  }
}

/** The site writes times in whole seconds and compares them as texts. */
function w3c(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}
