import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { draw } from "./random.ts";

/** How a back office takes what it was sent before: it can be asked for it, it knows the key, or nobody can tell. */
export type Manner = "asked" | "keyed" | "mute";

/** What goes wrong with a call: before the case is taken, or, when it is `lost` or `stuck`, after that. */
export type Fault = "dropped" | "lost" | "busy" | "limited" | "hung" | "stuck";

const shares: Readonly<Record<Fault, number>> = {
  dropped: 0.05,
  lost: 0.05,
  busy: 0.05,
  limited: 0.03,
  hung: 0.01,
  stuck: 0.01,
};

/** A case as a back office has it. */
export interface Case {
  readonly id: string;
  readonly council: string;
  readonly reference: string;
  /** How often it was made: more than once is a double. */
  made: number;
  readonly callback: string;
  readonly grant: string;
}

export interface BackOfficesOptions {
  readonly mannerOf: (council: string) => Manner;
  readonly random: () => number;
  /** Told of each case that was made, the first time. */
  readonly onCase: (made: Case) => void;
}

/**
 * The back offices of all councils: `POST /<council>/cases` makes a case each time that it is asked to, and
 * `GET /<council>/cases?reference=` finds those there are. They misbehave while they are told to.
 */
export class BackOffices {
  readonly cases = new Map<string, Case>();
  /** When a reference was first heard of, whatever came of it. */
  readonly heardAt = new Map<string, number>();
  /** References of cases whose caller was told nothing: taken or not, nobody there can know. */
  readonly doubtful = new Set<string>();
  readonly injected: Record<Fault, number> = {
    dropped: 0,
    lost: 0,
    busy: 0,
    limited: 0,
    hung: 0,
    stuck: 0,
  };
  misbehaves = false;
  /** Councils whose back office answers nothing at all. */
  readonly hanging = new Set<string>();
  readonly #options: BackOfficesOptions;
  readonly #server: Server;

  constructor(options: BackOfficesOptions) {
    this.#options = options;
    this.#server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      response.on("error", ignored);
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  async open(port = 0): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(port, "127.0.0.1", resolve));
    // A server that listens on a port has an address with one.
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://back-office");
    const council = url.pathname.split("/")[1] ?? "";
    if (request.method === "GET") return this.#find(council, url.searchParams, response);
    const body = JSON.parse(await read(request)) as Record<string, string>;
    this.#hear(body.reference ?? "");
    if (this.hanging.has(council)) return;
    const fault = this.#drawFault();
    if (fault) this.#fail(fault, { council, body, response });
    else reply(response, 201, { id: this.#make(council, body).id });
  }

  #fail(
    fault: Fault,
    {
      council,
      body,
      response,
    }: { council: string; body: Record<string, string>; response: ServerResponse },
  ): void {
    if (isSilent[fault]) this.doubtful.add(body.reference ?? "");
    const fail = before[fault];
    if (fail) {
      fail(response);
      return;
    }
    this.#make(council, body);
    if (fault === "lost") response.destroy();
  }

  #hear(reference: string): void {
    if (!this.heardAt.has(reference)) this.heardAt.set(reference, Date.now());
  }

  #drawFault(): Fault | undefined {
    const fault = this.misbehaves ? draw(this.#options.random, shares) : undefined;
    if (fault) this.injected[fault] += 1;
    return fault;
  }

  #find(council: string, query: URLSearchParams, response: ServerResponse): void {
    const found = this.cases.get(query.get("reference") ?? "");
    const isKnown = found !== undefined && this.#options.mannerOf(council) === "asked";
    reply(response, 200, {
      cases: isKnown ? [{ id: found.id, reference: found.reference }] : [],
    });
  }

  #make(council: string, { reference = "", callback = "", grant = "" }: Record<string, string>) {
    const known = this.cases.get(reference);
    if (known) {
      // Whoever knows the key makes nothing twice.
      if (this.#options.mannerOf(council) !== "keyed") known.made += 1;
      return known;
    }
    const id = `CASE-${this.cases.size + 1}`;
    const made = { id, council, reference, made: 1, callback, grant };
    this.cases.set(reference, made);
    this.#options.onCase(made);
    return made;
  }
}

/** Whether the caller gets no answer at all. */
const isSilent: Readonly<Record<Fault, boolean>> = {
  dropped: true,
  lost: true,
  busy: false,
  limited: false,
  hung: true,
  stuck: true,
};

/** What goes wrong before a case is taken. */
const before: Partial<Record<Fault, (response: ServerResponse) => void>> = {
  dropped: (response) => void response.destroy(),
  busy: (response) => reply(response, 503, {}),
  limited: (response) => reply(response, 429, {}, { "retry-after": "1" }),
  hung: () => undefined,
};

function reply(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

function ignored(): void {}
