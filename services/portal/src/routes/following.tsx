import { EmailAddress, type Following, Slug, type Tracking } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { fieldOf, readForm } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { TooLarge } from "../http/too-large.ts";
import {
  FollowAskedPage,
  FollowEndedPage,
  FollowFormPage,
  FollowingPage,
  StopFollowingPage,
  StoppedPage,
} from "../pages/follow-pages.tsx";
import { readInField } from "../pages/language-switch.tsx";
import { UnknownLinkPage } from "../pages/return-pages.tsx";
import { readSession } from "../session/cookie.ts";
import { wearBrand } from "../wear-brand.ts";
import type { Parts } from "./parts.ts";
import { referenceOf } from "./tracking.tsx";

/** Where somebody asks to be told of another's request. */
export function followRoutes(parts: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get("/:reference/follow", async (c) => {
    const report = await reportHere(c);
    if (report.status !== "open") return showEnded(c, parts, report);
    const common = { council: c.var.council, look: parts.look, report, own: ownOf(c) };
    if (c.req.query("asked") === "yes") return c.html(<FollowAskedPage {...common} />);
    return c.html(<FollowFormPage {...common} action={addressOf(c)} email="" />);
  });

  app.post("/:reference/follow", async (c) => {
    const fields = await readForm(c.req.raw);
    if (!fields) throw new TooLarge();
    const report = await reportHere(c);
    const email = (fieldOf(fields, "email") ?? "").trim();
    if (fields.has(readInField)) return showForm(c, parts, report, { email });
    return ask(c, parts, report, email);
  });
  return app;
}

/** Where the links of a follower's letters lead. */
export function followingRoutes({ look }: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.use(hideKey);

  app.get("/:key", async (c) => {
    const following = await found(c, (key) => c.var.council.api.findFollow(key));
    if (!following) return showUnknown(c, { look });
    const props = { council: c.var.council, look, secret: c.req.param("key") };
    return c.html(<FollowingPage {...props} following={following} />);
  });

  app.post("/:key", async (c) => {
    const following = await found(c, (key) => c.var.council.api.confirmFollow(key));
    if (!following) return showUnknown(c, { look });
    return c.redirect(c.var.council.at.following(c.req.param("key")), 303);
  });

  app.get("/:key/stop", async (c) => {
    const following = await found(c, (key) => c.var.council.api.findFollow(key));
    if (!following) return showUnknown(c, { look });
    const { council } = c.var;
    if (following.state === "stopped") return c.html(<StoppedPage council={council} look={look} />);
    const props = { council, look, following, secret: c.req.param("key") };
    return c.html(<StopFollowingPage {...props} />);
  });
  return app;
}

/**
 * Where a follower stops, from the page or by their mail program (RFC 8058).
 *
 * A mail program comes from no page of ours, so it stands before what refuses such requests: whoever has the key of the
 * link may stop, and nobody else.
 */
export function stopRoute({ look }: Pick<Parts, "look">) {
  return async (c: Context<PortalEnv>): Promise<Response> => {
    await hideKey(c, async () => undefined);
    const { council } = c.var;
    const key = c.req.param("key") ?? "";
    const stopped = await orUnknown(council.api.stopFollow(key).then(() => true));
    if (!stopped) return showUnknown(c, { look });
    return c.html(<StoppedPage council={council} look={look} />);
  };
}

type Report = Pick<Tracking, "reference" | "serviceTitle" | "status">;

/** What may be followed, as whoever has its reference sees it. */
async function reportHere(c: Context<PortalEnv>): Promise<Report> {
  const { api } = c.var.council;
  const tracking = await api.track(referenceOf(c));
  const service = await orUnknown(api.service(tracking.service));
  if (!service?.lookFirst) throw new NotFound();
  wearBrand(c, tracking);
  return tracking;
}

async function ask(
  c: Context<PortalEnv>,
  parts: Parts,
  report: Report,
  typed: string,
): Promise<Response> {
  const { api, at, words } = c.var.council;
  const { fault, often, notNow } = words.following.ask;
  const email = EmailAddress.safeParse(typed);
  if (!email.success) return showForm(c, parts, report, { email: typed, fault });
  try {
    await api.askToFollow(report.reference, email.data);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === "process-closed") return showEnded(c, parts, report);
    if (!error.passes) throw error;
    const trouble = error.status === 429 ? often : notNow;
    return showForm(c, parts, report, { email: typed, fault: trouble });
  }
  const query = new URLSearchParams({ ...insteadOf(c), asked: "yes" });
  return c.redirect(`${at.follow(report.reference)}?${query}`, 303);
}

async function showForm(
  c: Context<PortalEnv>,
  { look }: Parts,
  report: Report,
  { email, fault }: { email: string; fault?: string },
): Promise<Response> {
  const page = { council: c.var.council, look, report, action: addressOf(c), own: ownOf(c) };
  return c.html(
    <FollowFormPage {...page} email={email} fault={fault} />,
    fault === undefined ? 200 : 422,
  );
}

async function showEnded(
  c: Context<PortalEnv>,
  { look }: Parts,
  report: Report,
): Promise<Response> {
  return c.html(<FollowEndedPage council={c.var.council} look={look} report={report} />);
}

async function showUnknown(
  c: Context<PortalEnv>,
  { look }: Pick<Parts, "look">,
): Promise<Response> {
  return c.html(<UnknownLinkPage council={c.var.council} look={look} />, 404);
}

/** Where this is asked, which remembers the form that it is done instead of. */
function addressOf(c: Context<PortalEnv>): string {
  const query = new URLSearchParams(insteadOf(c));
  const address = c.var.council.at.follow(referenceOf(c));
  return query.size > 0 ? `${address}?${query}` : address;
}

function insteadOf(c: Context<PortalEnv>): { instead?: string } {
  const service = Slug.safeParse(c.req.query("instead"));
  return service.success ? { instead: service.data } : {};
}

/** Where the form goes on that this is done instead of, while it is there. */
function ownOf(c: Context<PortalEnv>): string | undefined {
  const { instead } = insteadOf(c);
  const isThere = instead !== undefined && readSession(c).draft(instead) !== undefined;
  return isThere ? c.var.council.at.lookFirst(instead) : undefined;
}

/** What is secret in the address is in no link of its page. */
async function hideKey(c: Context<PortalEnv>, next: () => Promise<void>): Promise<void> {
  c.set("council", { ...c.var.council, here: "/following" });
  await next();
}

async function found(
  c: Context<PortalEnv>,
  ask: (key: string) => Promise<Following>,
): Promise<Following | undefined> {
  const following = await orUnknown(ask(c.req.param("key") ?? ""));
  if (following?.brand !== undefined) wearBrand(c, following);
  return following;
}

/** What is no key at all is as unknown as one that leads nowhere. */
async function orUnknown<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Refused && (error.status === 404 || error.status === 422))
      return undefined;
    throw error;
  }
}
