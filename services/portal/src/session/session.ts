/** The right to a draft: which it is, and the citizen's token for it. */
export interface DraftHandle {
  readonly id: string;
  readonly token: string;
  /** The version of the service that it began with. */
  readonly version: number;
}

/** What became of a draft that was sent. */
export interface Receipt {
  readonly reference: string;
  readonly trackingKey: string;
  readonly version: number;
}

type Entry = readonly [
  kind: "draft" | "sent" | "tracking" | "access" | "assisted" | "looked",
  name: string,
  ...values: string[],
];

const sizes = { draft: 5, sent: 5, tracking: 3, access: 3, assisted: 2, looked: 3 } as const;
/** Entries that are named after a service. */
const ofServices: readonly Entry[0][] = ["draft", "sent"];
const mostBytes = 3800;
const safe = /^[\w.-]{1,2000}$/;

/**
 * What a browser keeps for a council: tokens of the drafts being filled in and of the processes followed.
 *
 * It holds no answer and needs no signature, since each token is signed. Where a cookie has no room for all, forms that
 * are being filled in stay longest.
 */
export class Session {
  readonly #entries: readonly Entry[];

  constructor(entries: readonly Entry[] = []) {
    this.#entries = entries;
  }

  static parse(text: string): Session {
    return new Session(text.split("~").flatMap((entry) => readEntry(entry.split("!")) ?? []));
  }

  /** Written so that a cookie can carry it as it is. */
  toString(): string {
    return this.#entries.map((entry) => entry.join("!")).join("~");
  }

  draft(service: string): DraftHandle | undefined {
    const [, , id, token, version] = this.#find("draft", service) ?? [];
    if (id === undefined || token === undefined) return undefined;
    return { id, token, version: Number(version) };
  }

  receipt(service: string): Receipt | undefined {
    const [, , reference, trackingKey, version] = this.#find("sent", service) ?? [];
    if (reference === undefined || trackingKey === undefined) return undefined;
    return { reference, trackingKey, version: Number(version) };
  }

  tracking(reference: string): string | undefined {
    return this.#find("tracking", reference)?.[2];
  }

  /** The token that follows a request for access. */
  access(request: string): string | undefined {
    return this.#find("access", request)?.[2];
  }

  /** Whether what this browser fills in or has sent for a service is a caller's. */
  assists(service: string): boolean {
    return this.#find("assisted", service) !== undefined;
  }

  /** The service for which a caller's request with this reference was sent; undefined where none was. */
  assistedAt(reference: string): string | undefined {
    return this.#entries
      .filter(([kind]) => kind === "assisted")
      .map(([, service]) => service)
      .find((service) => this.receipt(service)?.reference === reference);
  }

  /** The place that this browser looked around last for a service. */
  looked(service: string): string | undefined {
    return this.#find("looked", service)?.[2];
  }

  withLooked(service: string, place: string): Session {
    const others = this.#filter(([kind, name]) => kind !== "looked" || name !== service);
    return others.#with(["looked", service, place]);
  }

  withAssistedDraft(service: string, handle: DraftHandle): Session {
    return this.withDraft(service, handle).#with(["assisted", service]);
  }

  withAccess(request: string, token: string): Session {
    return this.withoutAccess(request).#with(["access", request, token]);
  }

  withoutAccess(request: string): Session {
    return this.#filter(([kind, name]) => kind !== "access" || name !== request);
  }

  withDraft(service: string, { id, token, version }: DraftHandle): Session {
    const own = this.without(service).#filter(
      ([kind, name]) => kind !== "assisted" || name !== service,
    );
    return own.#with(["draft", service, id, token, `${version}`]);
  }

  /** A service has a draft or a receipt, never both: a sent draft cannot be filled in any more. */
  withReceipt(service: string, { reference, trackingKey, version }: Receipt): Session {
    return this.without(service).#with(["sent", service, reference, trackingKey, `${version}`]);
  }

  withTracking(reference: string, token: string): Session {
    return this.withoutTracking(reference).#with(["tracking", reference, token]);
  }

  without(service: string): Session {
    return this.#filter(([kind, name]) => !ofServices.includes(kind) || name !== service);
  }

  withoutTracking(reference: string): Session {
    return this.#filter(([kind, name]) => kind !== "tracking" || name !== reference);
  }

  #find(kind: Entry[0], name: string): Entry | undefined {
    return this.#entries.find((entry) => entry[0] === kind && entry[1] === name);
  }

  #filter(keep: (entry: Entry) => boolean): Session {
    return new Session(this.#entries.filter(keep));
  }

  #with(entry: Entry): Session {
    const entries = [entry, ...this.#entries];
    while (new Session(entries).toString().length > mostBytes) dropOne(entries);
    return new Session(entries);
  }
}

/** Drop the oldest of what can be had again, and a form that is being filled in only when there is nothing else. */
function dropOne(entries: Entry[]): void {
  const at = entries.findLastIndex(([kind], place) => kind !== "draft" && place > 0);
  entries.splice(at > 0 ? at : entries.length - 1, 1);
}

function readEntry([kind, ...values]: readonly string[]): [Entry] | undefined {
  if (!isKind(kind)) return undefined;
  if (values.length !== sizes[kind] - 1 || !values.every((value) => safe.test(value))) {
    return undefined;
  }
  const [name = "", ...rest] = values;
  if (ofServices.includes(kind) && !/^\d{1,9}$/.test(rest.at(-1) ?? "")) return undefined;
  return [[kind, name, ...rest]];
}

function isKind(text: string | undefined): text is Entry[0] {
  return text !== undefined && Object.hasOwn(sizes, text);
}
