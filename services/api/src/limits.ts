import { Problem } from "@guildhall/contract";
import type { Identity } from "@guildhall/domain";
import type { Context as HonoContext, MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import ipaddr from "ipaddr.js";
import type { ApiEnv } from "./environment.ts";
import { Lately } from "./lately.ts";
import { Limit, type LimitSettings, type LimitState } from "./limit.ts";
import { toResponse } from "./problem-response.ts";

type AnyContext = HonoContext<ApiEnv>;

const wrongCredentials = { points: 100, seconds: 60 };
/** Where a credential is shown in a form or a query, which nobody has read yet. */
const shownElsewhere = /^\/t\/[^/]+\/(?:oauth\/token$|open311\/)/;

/**
 * Limit each address before anything is looked up for it, and say in every answer what is left.
 *
 * Wrong credentials have a limit of their own, so that none is guessed. One that was good lately goes on: whoever
 * guesses behind the same address does not shut its owner out. A request made in this process has no address.
 */
export function limitAddress(
  settings: LimitSettings,
  publicUrl: string,
): MiddlewareHandler<ApiEnv> {
  const open = new Limit("address", { points: settings.address, seconds: 60 });
  const tries = new Tries();
  return createMiddleware<ApiEnv>(async function limitByAddress(c, next) {
    const address = addressOf(c);
    const isKnown = address === undefined || tries.isGood(c);
    const state = isKnown ? undefined : await open.take(address);
    const tried = state?.isSpent || isKnown ? undefined : await tries.begin(c, address);
    const spent = [state, tried].find((limit) => limit?.isSpent);
    if (spent) return toRefusal(spent, publicUrl);
    c.set("limit", state);
    await next();
    await tries.end(c, address, tried !== undefined);
    const used = c.get("limit");
    if (used) setHeaders(c.res.headers, used);
  });
}

/** Limit each key, and whoever else has shown who it is; the address no longer counts. */
export function limitKey({
  key,
}: LimitSettings): (c: AnyContext, identity: Identity) => Promise<void> {
  const limit = new Limit("key", { points: key, seconds: 60 });
  return async (c, identity) => {
    const who = identity.key ?? `${c.get("ground").tenant.id} ${identity.actor.id}`;
    refuseSpent(c, await limit.take(who));
  };
}

/** Limit what may be done from one address in a while, such as asking for a link to sign in with. */
export function limitTo(
  name: string,
  allowed: { readonly points: number; readonly seconds: number },
): MiddlewareHandler<ApiEnv> {
  const limit = limitEach(name, allowed);
  return createMiddleware<ApiEnv>(async function limitCalls(c, next) {
    await limit(c);
    await next();
  });
}

/** Limit what may be done from one address to one thing, such as a mailbox. */
export function limitEach(
  name: string,
  allowed: { readonly points: number; readonly seconds: number },
): (c: AnyContext, thing?: string) => Promise<void> {
  const limit = new Limit(name, allowed);
  return async (c, thing = "") => {
    const address = addressOf(c);
    if (address !== undefined) refuseSpent(c, await limit.take(`${address} ${thing}`));
  };
}

/** Attempts to show who one is, of which each address may be wrong so many times a minute. */
class Tries {
  readonly #wrong = new Limit("wrong-credentials", wrongCredentials);
  readonly #good = new Lately({ forMs: 10 * 60_000, most: 10_000 });

  isGood(c: AnyContext): boolean {
    const shown = c.req.header("authorization");
    return shown !== undefined && this.#good.has(shown);
  }

  /** Count an attempt as wrong until it is known better, so that a thousand at once are a thousand. */
  async begin(c: AnyContext, address: string): Promise<LimitState | undefined> {
    const isTry = c.req.header("authorization") !== undefined || shownElsewhere.test(c.req.path);
    return isTry ? this.#wrong.take(address) : undefined;
  }

  async end(c: AnyContext, address: string | undefined, wasCounted: boolean): Promise<void> {
    const shown = c.req.header("authorization");
    // Open311 has another status for it.
    const isRefused = c.res.status === 401 || (shown && c.get("problem") === "unauthenticated");
    const isKnown = c.get("isKnown");
    const isWrong = isRefused && !isKnown;
    if (shown && isKnown) this.#good.add(shown);
    if (shown && isWrong) this.#good.remove(shown);
    if (wasCounted && !isWrong && address) await this.#wrong.giveBack(address);
  }
}

/** Who is counted together: an IPv4 address, or the network of an IPv6 one, of which everyone has many. */
export function addressOf(c: AnyContext): string | undefined {
  const address = c.env?.caller?.address;
  if (address === undefined || !address.includes(":") || !ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(":") : parsed.toString();
}

function refuseSpent(c: AnyContext, state: LimitState): void {
  c.set("limit", state);
  if (state.isSpent) throw new Problem("rate-limited", { retryAfterS: state.resetsInS });
}

function toRefusal(state: LimitState, publicUrl: string): Response {
  const problem = new Problem("rate-limited", { retryAfterS: state.resetsInS });
  const refusal = toResponse(problem, publicUrl);
  setHeaders(refusal.headers, state);
  return refusal;
}

/** As draft-ietf-httpapi-ratelimit-headers writes them. */
function setHeaders(headers: Headers, { policy, points, seconds, ...state }: LimitState): void {
  headers.set("RateLimit-Policy", `"${policy}";q=${points};w=${seconds}`);
  headers.set("RateLimit", `"${policy}";r=${state.remaining};t=${state.resetsInS}`);
}
