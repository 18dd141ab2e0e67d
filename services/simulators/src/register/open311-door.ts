import { type Context, Hono } from "hono";
import { type CallEnv, destroy } from "../misbehave.ts";
import { addOnce, type RegisterCase } from "./cases.ts";
import { changedIn, type Register, takeCase } from "./register.ts";
import { isSame } from "./rest-door.ts";

type Entry = Readonly<Record<string, string>>;

/** The register's Open311 door: GeoReport v2 with FixMyStreet's extension, in XML or JSON as the path ends. */
export function open311Door(register: Register, apiKey: string | undefined): Hono<CallEnv> {
  const { cases } = register;
  const app = new Hono<CallEnv>();
  const own = (
    method: "get" | "post",
    path: string,
    answer: (c: Context<CallEnv>, given: URLSearchParams) => Response,
  ) => {
    for (const format of ["xml", "json"])
      app[method](`${path}.${format}`, (c) => {
        const given = givenIn(c);
        if (!isSame(given.get("api_key") ?? "", apiKey))
          return refuse(c, 403, "A valid api_key is needed");
        return answer(c, given);
      });
  };
  own("post", "/requests", (c, given) => create(c, register, given));
  own("post", "/servicerequestupdates", (c, given) => {
    const held = cases.find(given.get("service_request_id") ?? "");
    if (!held) return refuse(c, 404, "There is no such request");
    const id = given.get("update_id") ?? "";
    const note = {
      id,
      text: given.get("description") ?? "",
      author: given.get("first_name") ?? "",
    };
    cases.keep(held.id, { notes: addOnce(held.notes, { ...note, public: true, ours: false }) });
    return say(c, "request_update", [{ update_id: id }]);
  });
  own("get", "/servicerequestupdates", (c, given) => {
    const window = ["start_date", "end_date"].map((name) => new Date(given.get(name) ?? ""));
    const [from = new Date(0), to = register.now()] = window;
    const found = changedIn(register, from, to).flatMap(updatesOf);
    return say(c, "request_update", found);
  });
  own("get", "/services", (c) => {
    const service = {
      service_code: "works",
      service_name: "Street works",
      metadata: "false",
      type: "realtime",
    };
    return say(c, "service", [service]);
  });
  return app;
}

function create(c: Context<CallEnv>, register: Register, given: URLSearchParams): Response {
  if (!given.get("service_code")) return refuse(c, 400, "service_code is missing");
  given.delete("api_key");
  const externalReference = given.get("attribute[our_reference]") ?? "";
  const document = JSON.stringify(Object.fromEntries(given), undefined, 2);
  const taken = takeCase(register, { externalReference, door: "open311", document });
  if (taken.is === "unanswered") return destroy(c);
  if (taken.is === "refused") return refuse(c, 400, "The street is not known");
  const known = register.cases.byReference(externalReference)?.id;
  const id = taken.is === "known" ? known : taken.id;
  return say(c, "request", [{ service_request_id: id ?? "" }]);
}

/** What officers wrote, each once, and where the case stands. */
function updatesOf({ id, version, status, changedAt, notes }: RegisterCase): Entry[] {
  const common = { service_request_id: id, updated_datetime: `${changedAt.slice(0, 19)}Z` };
  const words = notes
    .filter((note) => note.ours && note.public)
    .map((note) => ({
      ...common,
      update_id: note.id,
      status: "unchanged",
      description: note.text,
    }));
  return [{ ...common, update_id: `${id}-${version}`, status, description: "" }, ...words];
}

function givenIn(c: Context<CallEnv>): URLSearchParams {
  if (c.req.method === "GET") return new URL(c.req.url).searchParams;
  return new URLSearchParams(Buffer.from(c.get("body") ?? []).toString("utf8"));
}

function refuse(c: Context, status: 400 | 403 | 404, description: string): Response {
  return say(c, "error", [{ code: String(status), description }], status);
}

/** The names that XML gives to a list and to each of its entries. */
const names = {
  request: "service_requests",
  request_update: "service_request_updates",
  service: "services",
  error: "errors",
} as const;

function say(
  c: Context,
  name: keyof typeof names,
  entries: readonly Entry[],
  status: 200 | 400 | 403 | 404 = 200,
): Response {
  const list = names[name];
  if (c.req.path.endsWith(".json")) return c.json(entries, status);
  const inner = entries.map((entry) => {
    const fields = Object.entries(entry).map(
      ([key, value]) => `<${key}>${escaped(value)}</${key}>`,
    );
    return `<${name}>${fields.join("")}</${name}>`;
  });
  const xml = `<?xml version="1.0" encoding="utf-8"?><${list}>${inner.join("")}</${list}>`;
  return c.body(xml, status, { "Content-Type": "text/xml; charset=utf-8" });
}

function escaped(value: string): string {
  return value.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;" })[c] ?? "&gt;");
}
