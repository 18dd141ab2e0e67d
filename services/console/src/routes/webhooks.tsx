import type { IssuedSubscription } from "@guildhall/contract";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import type { Done } from "../pages/done-banner.tsx";
import type { Faults } from "../pages/frame.ts";
import { hoursOffered } from "../pages/key-confirm-pages.tsx";
import { SecretPage } from "../pages/secret-page.tsx";
import { RemoveWebhookPage, RotateWebhookPage, WebhookPage } from "../pages/webhook-page.tsx";
import {
  emptyWebhook,
  NewWebhookPage,
  type TypedWebhook,
  WebhooksPage,
} from "../pages/webhooks-page.tsx";
import { formOf, onceOf } from "./form.ts";
import { doneAt, frameOf, moreOf } from "./frame-of.ts";
import { readWebhook } from "./read-webhook.ts";
import { answerOrRefusal } from "./refusal.ts";

const threeDaysMs = 3 * 86_400_000;

/** Webhooks: see who is called, add one, see what arrived, and send again what did not. */
export function webhookRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/webhooks", async (c) => {
    const { data, nextCursor } = await c.var.desk.api.webhooks(c.req.query("cursor"));
    const page = { ...frameOf(c, parts), webhooks: data, more: moreOf(c, nextCursor) };
    return c.html(<WebhooksPage {...page} />);
  });
  app.get("/webhooks/new", (c) => showForm(c, parts, { typed: emptyWebhook, faults: {} }));
  app.post("/webhooks/new", (c) => add(c, parts));
  app.get("/webhooks/:id", (c) => show(c, parts, c.req.param("id")));
  app.get("/webhooks/:id/rotate", (c) => askToRotate(c, parts, c.req.param("id")));
  app.post("/webhooks/:id/rotate", (c) => rotate(c, parts, c.req.param("id")));
  app.get("/webhooks/:id/remove", async (c) => {
    const webhook = await c.var.desk.api.webhook(c.req.param("id"));
    return c.html(<RemoveWebhookPage {...frameOf(c, parts)} webhook={webhook} once="" />);
  });
  app.post("/webhooks/:id/remove", async (c) => {
    await c.var.desk.api.removeWebhook(c.req.param("id"));
    return doneAt(c, c.var.office.at.webhooks, "webhook-removed");
  });
  return addPresses(app);
}

async function show(c: Context<ConsoleEnv>, parts: Parts, id: string): Promise<Response> {
  const { api } = c.var.desk;
  const webhook = await api.webhook(id);
  const { data: sent, nextCursor } = await api.sent(id, c.req.query("cursor"));
  const since = new Date(parts.now().getTime() - threeDaysMs).toISOString();
  const page = { ...frameOf(c, parts), webhook, sent, more: moreOf(c, nextCursor), since };
  return c.html(<WebhookPage {...page} once={crypto.randomUUID()} />);
}

/** The buttons of a webhook's page. */
function addPresses(app: Hono<ConsoleEnv>): Hono<ConsoleEnv> {
  const press = (path: string, done: Done, act: (c: Context<ConsoleEnv>, id: string) => Act) =>
    app.post(`/webhooks/:id/${path}`, async (c) => {
      const id = c.req.param("id") ?? "";
      const at = c.var.office.at.webhook(id);
      // What cannot be done any more, since it was switched off meanwhile, is seen on its page.
      const { refused } = await answerOrRefusal(act(c, id), ["invalid-transition"]);
      return refused ? c.redirect(at, 303) : doneAt(c, at, done);
    });
  press("ping", "ping-sent", async (c, id) => c.var.desk.api.ping(id, onceOf(await formOf(c))));
  press("disable", "webhook-disabled", (c, id) =>
    c.var.desk.api.changeWebhook(id, { state: "disabled" }),
  );
  press("enable", "webhook-enabled", (c, id) =>
    c.var.desk.api.changeWebhook(id, { state: "active" }),
  );
  press("replay/:delivery", "delivery-replayed", async (c, id) => {
    const once = onceOf(await formOf(c));
    const delivery = c.req.param("delivery") ?? "";
    // Each row has its own press, though all forms of a page have one name.
    return c.var.desk.api.replay(id, delivery, `${once}-${delivery}`);
  });
  press("replay", "failed-replayed", async (c, id) => {
    const fields = await formOf(c);
    return c.var.desk.api.replayFailed(id, fieldOf(fields, "since") ?? "", onceOf(fields));
  });
  return app;
}
type Act = Promise<unknown>;

function showForm(
  c: Context<ConsoleEnv>,
  parts: Parts,
  { typed, faults, once }: { typed: TypedWebhook; faults: Faults; once?: string },
): Response | Promise<Response> {
  const page = { ...frameOf(c, parts), typed, faults, once: once ?? crypto.randomUUID() };
  return c.html(<NewWebhookPage {...page} />, Object.keys(faults).length > 0 ? 400 : 200);
}

async function add(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const once = onceOf(fields);
  const { typed, faults, asked } = readWebhook(fields);
  if (!asked) return showForm(c, parts, { typed, faults, once });
  const call = c.var.desk.api.addWebhook(asked, once);
  const { answer, refused } = await answerOrRefusal(call, Object.keys(refusedUrls));
  if (answer?.signature === "hmac")
    return showOnce(c, parts, { webhook: answer, title: "The webhook is added" });
  if (answer) return doneAt(c, c.var.office.at.webhook(answer.id), "webhook-added");
  const url = refusedUrls[refused?.code ?? ""] ?? "";
  return showForm(c, parts, { typed, faults: { url }, once });
}

const refusedUrls: Readonly<Record<string, string>> = {
  "url-not-allowed": "This address may not be called. Enter a public one that begins with https://",
  "request-invalid": "Enter an address that begins with https://",
  "invalid-text": "Enter an address that begins with https://",
  "invalid-transition": "There are as many webhooks as there may be. Remove one first",
};

function showOnce(
  c: Context<ConsoleEnv>,
  parts: Parts,
  { webhook, title }: { webhook: IssuedSubscription; title: string },
): Response | Promise<Response> {
  const page = {
    ...frameOf(c, parts),
    area: "webhooks" as const,
    title,
    secrets: { Secret: webhook.secret },
    hasSecret: true,
    ifLost: "Where it was lost, make a new one.",
    onward: { href: c.var.office.at.webhook(webhook.id), words: "Go to the webhook" },
  };
  return c.html(<SecretPage {...page} />);
}

async function askToRotate(c: Context<ConsoleEnv>, parts: Parts, id: string, once?: string) {
  const webhook = await c.var.desk.api.webhook(id);
  const page = { ...frameOf(c, parts), webhook, once: once ?? crypto.randomUUID() };
  if (once === undefined) return c.html(<RotateWebhookPage {...page} faults={{}} />);
  const faults = { hours: "Choose how long the old one goes on" };
  return c.html(<RotateWebhookPage {...page} faults={faults} />, 400);
}

async function rotate(c: Context<ConsoleEnv>, parts: Parts, id: string): Promise<Response> {
  const fields = await formOf(c);
  const once = onceOf(fields);
  const hours = hoursOffered.find((offer) => offer === fieldOf(fields, "hours"));
  if (hours === undefined) return askToRotate(c, parts, id, once);
  const call = c.var.desk.api.rotateWebhook(id, Number(hours), once);
  const { answer } = await answerOrRefusal(call, ["precondition-failed"]);
  const at = c.var.office.at.webhook(id);
  if (!answer) return c.redirect(at, 303);
  if (answer.signature === "ed25519") return doneAt(c, at, "webhook-rotated");
  return showOnce(c, parts, { webhook: answer, title: "The new secret of the webhook" });
}
