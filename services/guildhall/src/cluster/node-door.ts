import type { Answer } from "../door/door.ts";
import { holdsPath } from "./forward.ts";
import type { Hosting } from "./hosting.ts";
import { callerHeader, notHeldHeader, pathOf, readCaller, takeHeader } from "./parcel.ts";
import { leaving, tenantIn } from "./tenant-fetch.ts";
import type { Whereabouts } from "./whereabouts.ts";

/** What one node does for another, or for a command. */
export interface Favours {
  /** Hold a tenant from now on, where nobody does; tells whether it is held here now. */
  take(tenant: string): Promise<boolean>;
  /** Hand a tenant to a command that asked for it, and take it again once that gives it back. */
  lend(tenant: string): Promise<void>;
  takeBack(tenant: string): Promise<void>;
  /** Look what a tenant owes, since another node has written to its database. */
  wake(tenant: string): void;
  /** This node's figures, in Prometheus' text format. */
  metrics(): Promise<string>;
}

export interface NodeDoorOptions {
  readonly api: Answer;
  readonly hosting: Hosting;
  readonly whereabouts: Pick<Whereabouts, "homeOf">;
  readonly favours: Favours;
}

/**
 * Answer what comes over this node's own socket, which only our processes can open.
 *
 * What was sent on from outside says who asked, always; it reaches the API of a tenant that is held here and nothing
 * else. Only what says nothing of a caller is one of our own asking for a favour.
 */
export function createNodeDoor(options: NodeDoorOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const said = request.headers.get(callerHeader);
    if (said === null) return doFavour(options, request);
    const tenant = tenantIn(request.url);
    if (tenant === undefined) return none();
    // A node that has given everything up says so to the last.
    const home = await options.whereabouts.homeOf(tenant).catch(() => tenant);
    const mayTake = request.headers.has(takeHeader);
    const leave = await enter(options, home, mayTake);
    return leave ? leaving(leave, options.api(request, readCaller(said))) : notHeld();
  };
}

async function enter({ hosting, favours }: NodeDoorOptions, home: string, mayTake: boolean) {
  const leave = hosting.enter(home);
  if (leave || !mayTake) return leave;
  await favours.take(home);
  return hosting.enter(home);
}

async function doFavour(
  { hosting, favours }: NodeDoorOptions,
  { method, url }: Request,
): Promise<Response> {
  const [, name = "", tenantName = ""] = pathOf(url).split("/");
  const tenant = decodeURIComponent(tenantName);
  const answers: Readonly<Record<string, () => Promise<Response>>> = {
    "GET metrics": async () => new Response(await favours.metrics()),
    "GET holds": async () => (hosting.holds(tenant) ? done() : none()),
    "POST holds": async () => ((await favours.take(tenant)) ? done() : none()),
    "POST lend": () => favours.lend(tenant).then(done),
    "POST take-back": () => favours.takeBack(tenant).then(done),
    "POST wake": async () => {
      favours.wake(tenant);
      return done();
    },
  };
  const favour = `${method} ${name}`;
  return (Object.hasOwn(answers, favour) && (await answers[favour]?.())) || none();
}

/** Where a node is asked for each of them. */
export const favourPaths = {
  holds: holdsPath,
  lend: (tenant: string) => `/lend/${encodeURIComponent(tenant)}`,
  takeBack: (tenant: string) => `/take-back/${encodeURIComponent(tenant)}`,
  wake: (tenant: string) => `/wake/${encodeURIComponent(tenant)}`,
  metrics: "/metrics",
} as const;

function done(): Response {
  return new Response(null, { status: 204 });
}

function none(): Response {
  return new Response(null, { status: 404 });
}

/** Say that a tenant is not held here: whoever asks looks again who holds it. */
export function notHeld(): Response {
  return new Response(null, { status: 421, headers: { [notHeldHeader]: "1" } });
}
