import { AccessApproval, type AccessRequest } from "@guildhall/contract";
import { type AccessApproval as Approval, Refused } from "@guildhall/sdk";
import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import {
  AccessListPage,
  AccessRequestPage,
  type Decision,
  EndTestKeyPage,
} from "../pages/access-pages.tsx";
import { formOf, onceOf } from "./form.ts";
import { doneAt, frameOf, moreOf } from "./frame-of.ts";
import { endAfter } from "./months.ts";
import { networksIn } from "./read-key.ts";

/** Requests for access: see them, approve all or a part of one, or refuse it. */
export function accessRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/access", async (c) => {
    const { data, nextCursor } = await c.var.desk.api.accessRequests(c.req.query("cursor"));
    const page = { ...frameOf(c, parts), requests: data, more: moreOf(c, nextCursor) };
    return c.html(<AccessListPage {...page} />);
  });
  app.get("/access/:id", async (c) => {
    const request = await c.var.desk.api.accessRequest(c.req.param("id"));
    return show(c, parts, request, { faults: {} });
  });
  app.get("/access/:id/end-test-key", (c) => askToEnd(c, parts, c.req.param("id")));
  app.post("/access/:id/end-test-key", async (c) => {
    const id = c.req.param("id");
    await c.var.desk.api.endTestKey(id);
    return doneAt(c, c.var.office.at.accessRequest(id), "test-key-ended");
  });
  app.post("/access/:id/approve", (c) => approve(c, parts, c.req.param("id")));
  app.post("/access/:id/refuse", (c) => refuse(c, parts, c.req.param("id")));
  return app;
}

async function askToEnd(c: Context<ConsoleEnv>, parts: Parts, id: string): Promise<Response> {
  const { organisation } = await c.var.desk.api.accessRequest(id);
  const page = { ...frameOf(c, parts), id, organisation, once: crypto.randomUUID() };
  return c.html(<EndTestKeyPage {...page} />);
}

function show(
  c: Context<ConsoleEnv>,
  parts: Parts,
  request: AccessRequest,
  decision: Decision,
): Response | Promise<Response> {
  const status = Object.keys(decision.faults).length > 0 ? 400 : 200;
  const page = { ...frameOf(c, parts), request, decision, once: crypto.randomUUID() };
  return c.html(<AccessRequestPage {...page} />, status);
}

async function approve(c: Context<ConsoleEnv>, parts: Parts, id: string): Promise<Response> {
  const { api } = c.var.desk;
  const fields = await formOf(c);
  const { decision, approval } = readApproval(fields, parts.now());
  if (!approval) return show(c, parts, await api.accessRequest(id), decision);
  await api.approveAccess(id, approval, onceOf(fields)).catch(unlessDecided);
  return c.redirect(c.var.office.at.accessRequest(id), 303);
}

async function refuse(c: Context<ConsoleEnv>, parts: Parts, id: string): Promise<Response> {
  const { api } = c.var.desk;
  const fields = await formOf(c);
  const reason = (fieldOf(fields, "reason") ?? "").trim();
  if (reason === "" || reason.length > 1000) {
    const fault = reason === "" ? "Say why" : "Why must be 1,000 characters or fewer";
    return show(c, parts, await api.accessRequest(id), { reason, faults: { reason: fault } });
  }
  await api.refuseAccess(id, { reason }, onceOf(fields)).catch(unlessDecided);
  return c.redirect(c.var.office.at.accessRequest(id), 303);
}

function readApproval(
  fields: Fields,
  now: Date,
): { decision: Decision; approval: Approval | undefined } {
  const scopes = fields.get("scopes") ?? [];
  const addresses = fieldOf(fields, "addresses") ?? "";
  const months = fieldOf(fields, "months") ?? "";
  const networks = networksIn(addresses);
  const expiresAt = endAfter(now, months);
  const asked = {
    // Those that are none of ours are refused below.
    scopes: [...scopes] as Approval["scopes"] & object,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(networks.length === 0 ? {} : { allowedAddresses: networks }),
  };
  const read = AccessApproval.safeParse(asked);
  const wrong = new Set(read.error?.issues.map(({ path }) => path[0]));
  const faults = {
    ...(wrong.has("scopes") ? { scopes: "Choose what it may do" } : {}),
    ...(expiresAt ? {} : { months: "Choose for how long" }),
    ...(wrong.has("allowedAddresses")
      ? { addresses: "Enter each network like 203.0.113.0/24" }
      : {}),
  };
  const isRight = Object.keys(faults).length === 0;
  return {
    decision: { scopes, addresses, months, faults },
    approval: isRight && read.success ? asked : undefined,
  };
}

/** Somebody else was first: their decision is shown. */
function unlessDecided(error: unknown): void {
  if (!(error instanceof Refused) || error.code !== "invalid-transition") throw error;
}
