import { setTimeout as wait } from "node:timers/promises";
import { type Caller, toProblem, toResponse } from "@guildhall/api";
import { Problem } from "@guildhall/contract";
import { StoreFault } from "@guildhall/store";
import type { Answer } from "../door/door.ts";
import { type Forwarded, type Forwarder, isHeldAt } from "./forward.ts";
import type { Hosting } from "./hosting.ts";
import { type BodyShare, createKeptBodies } from "./kept-bodies.ts";
import { isStream, type Parcel, pack, pathOf, unpack } from "./parcel.ts";
import { leadsToSandbox } from "./sandbox-requests.ts";
import type { Place, Whereabouts } from "./whereabouts.ts";

export interface TenantFetchOptions {
  /** The API of this process. */
  readonly api: Answer;
  readonly hosting: Hosting;
  readonly whereabouts: Whereabouts;
  readonly forwarder: Forwarder;
  readonly publicUrl: string;
  readonly onError: (error: unknown) => void;
  /** How long a request waits while nobody holds its tenant. */
  readonly holdMs?: number;
  /** How often it is looked whether the tenant is still with whoever a request was sent to. */
  readonly lookEveryMs?: number;
  /** How much of bodies is kept at once; beyond that they are sent on as they come, and only once. */
  readonly mostKeptBytes?: number;
}

const firstPauseMs = 20;
const longestPauseMs = 250;

/**
 * Answer what is asked of a tenant: here where it is held, else by whoever holds it.
 *
 * While nobody does, because its node has just died or hands it over, the request waits. One that may have been begun
 * is sent again only where that can do nothing twice; any other is told to come again.
 */
export function createTenantFetch(options: TenantFetchOptions): Answer {
  const { api, hosting } = options;
  const shareOfMemory = createKeptBodies(options.mostKeptBytes);
  return (request, caller) => {
    const tenant = tenantIn(request.url);
    if (tenant === undefined) return api(request, caller);
    const leave = hosting.enter(tenant);
    if (leave) return leaving(leave, api(request, caller));
    const share = shareOfMemory();
    const inSandbox = leadsToSandbox(request);
    const sent = sendOn(options, { tenant, inSandbox, request, caller, share, parcel: undefined });
    return sent.catch((error) => refused(options, error)).finally(share.giveBack);
  };
}

/** The tenant that an address of the API names. */
export function tenantIn(url: string): string | undefined {
  const name = ofTenant.exec(pathOf(url))?.[1];
  return name?.includes("%") ? decoded(name) : name;
}

/** Read as the API reads it; what cannot be decoded names nobody there either. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const ofTenant = /^\/(?:\.well-known\/oauth-authorization-server\/)?t\/([^/?#]+)/;

/** Tell when something has been answered. */
export async function leaving(leave: () => void, answer: ReturnType<Answer>): Promise<Response> {
  try {
    return await answer;
  } finally {
    leave();
  }
}

interface Asked {
  readonly tenant: string;
  readonly inSandbox: boolean;
  readonly request: Request;
  readonly caller: Caller | undefined;
  readonly share: BodyShare;
  /** The request, once it was made ready to be sent on: from then on it can be read from nowhere else. */
  parcel: Parcel | undefined;
}

async function sendOn(options: TenantFetchOptions, asked: Asked): Promise<Response> {
  const { publicUrl, holdMs = 15_000 } = options;
  const until = performance.now() + holdMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const answer = await attempt(options, asked);
    if (answer !== "again") return answer;
    if (performance.now() + pauseMs > until) return busy(publicUrl);
    await wait(pauseMs, undefined, { signal: asked.request.signal });
  }
}

async function attempt(options: TenantFetchOptions, asked: Asked): Promise<Response | "again"> {
  const { api, hosting, publicUrl, whereabouts } = options;
  const { tenant, inSandbox, request, caller, parcel } = asked;
  const place = await whereabouts.find(tenant, inSandbox);
  if (place.at === "nowhere") return "again";
  if (place.at === "node") return attemptAt(options, asked, place);
  const call = () => api(parcel ? unpack(parcel, publicUrl) : request, caller);
  if (place.at === "anywhere") return call();
  const leave = hosting.enter(place.home);
  return leave ? leaving(leave, call()) : "again";
}

type AtNode = Extract<Place, { at: "node" }>;

async function attemptAt(
  options: TenantFetchOptions,
  asked: Asked,
  place: AtNode,
): Promise<Response | "again"> {
  const { forwarder, publicUrl, whereabouts } = options;
  asked.parcel ??= await pack(asked.request, asked.caller, asked.share);
  const { parcel } = asked;
  if (isStream(parcel) && !(await isHeldAt(forwarder, place))) {
    await whereabouts.forget(place, false);
    return "again";
  }
  const sent = await sendWhileThere(options, { ...asked, place, parcel });
  if ("response" in sent) return sent.response;
  await whereabouts.forget(place, sent.isGone);
  const mayGoAgain = sent.lost === "unbegun" ? !isStream(parcel) : parcel.mayRepeat;
  return mayGoAgain ? "again" : busy(publicUrl);
}

interface Sending extends Pick<Asked, "tenant" | "inSandbox"> {
  readonly place: AtNode;
  readonly parcel: Parcel;
}

/** Send a request on, and wait for its answer no longer than the tenant is there: a node that was stopped gives none. */
function sendWhileThere(
  { forwarder, whereabouts, lookEveryMs = 1000 }: TenantFetchOptions,
  { tenant, inSandbox, place, parcel }: Sending,
): Promise<Forwarded> {
  return new Promise((resolve, reject) => {
    const sent = forwarder.send({ ...place, parcel });
    let isOver = false;
    const look = async () => {
      const now = await whereabouts.find(tenant, inSandbox).catch(() => place);
      if (isOver || (now.at === "node" && now.node === place.node)) return;
      end();
      resolve({ lost: "unknown", isGone: false });
      // Nobody waits for it any more, should it come after all.
      const late = await sent.catch(() => undefined);
      if (late && "response" in late) await late.response.body?.cancel();
    };
    const timer = setInterval(() => void look(), lookEveryMs);
    const end = () => {
      isOver = true;
      clearInterval(timer);
    };
    sent.finally(end).then(resolve, reject);
  });
}

/** Where the directory cannot be asked or written to, its sender is told as of any other database. */
function refused({ onError, publicUrl }: TenantFetchOptions, error: unknown): Response {
  if (!(error instanceof StoreFault)) throw error;
  return toResponse(toProblem(error, onError), publicUrl);
}

function busy(publicUrl: string): Response {
  return toResponse(new Problem("busy", { retryAfterS: 1 }), publicUrl);
}
