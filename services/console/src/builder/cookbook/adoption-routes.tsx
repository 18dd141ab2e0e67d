import type { NewTakeIn } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf, onceOf } from "../../routes/form.ts";
import { doneAt, frameOf } from "../../routes/frame-of.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import { draftOf } from "../ground/on-draft.ts";
import { serviceAddresses } from "../ground/service-addresses.ts";
import { latestOf } from "../home/on-service.ts";
import type { ServiceFrame } from "../home/service-page.tsx";
import { recipeAddresses } from "./addresses.ts";
import { AdoptionPage } from "./adoption-page.tsx";
import { UpgradePage } from "./upgrade-page.tsx";

/** A service that was taken from the cookbook: what is left to decide, and the next version of its recipe. */
export function adoptionRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/services/:service/recipe", (c) => show(c, parts));
  app.post("/services/:service/recipe/confirm", confirm);
  app.get("/services/:service/recipe/upgrade", (c) =>
    showUpgrade(c, parts, { decisions: [], isSent: false }),
  );
  app.post("/services/:service/recipe/upgrade", (c) => upgrade(c, parts));
  return app;
}

/** What every page of a service is told that need not have a draft. */
export function serviceFrame(c: Context<ConsoleEnv>, parts: Parts, name: string): ServiceFrame {
  const here = serviceAddresses(c.var.office.at.root, serviceOf(c));
  return { ...frameOf(c, parts), here, name, once: crypto.randomUUID() };
}

export function serviceOf(c: Context<ConsoleEnv>): string {
  return c.req.param("service") ?? "";
}

async function show(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const service = serviceOf(c);
  const adoption = await c.var.desk.api.adoption(service);
  const frame = serviceFrame(c, parts, adoption.title);
  return c.html(<AdoptionPage {...{ frame, service, adoption }} />);
}

async function confirm(c: Context<ConsoleEnv>): Promise<Response> {
  const fields = await formOf(c);
  const service = serviceOf(c);
  const at = fieldOf(fields, "at") ?? "";
  const call = c.var.desk.api.confirmPart(service, at, onceOf(fields));
  const { refused } = await answerOrRefusal(call, ["request-invalid", "invalid-text"]);
  const { recipe } = recipeAddresses(c.var.office.at.root, service);
  // What is not asked any more is not on the list any more either.
  return refused ? c.redirect(recipe, 303) : doneAt(c, recipe, "recipe-confirmed");
}

interface Shown {
  readonly decisions: NewTakeIn["decisions"];
  /** Whether the form was sent, so that what is not decided yet is at fault. */
  readonly isSent: boolean;
}

async function showUpgrade(
  c: Context<ConsoleEnv>,
  parts: Parts,
  { decisions, isSent }: Shown,
): Promise<Response> {
  const service = serviceOf(c);
  const { api } = c.var.desk;
  const preview = await api.previewUpgrade(service);
  const title =
    (await draftOf(c, service))?.definition.title ?? (await latestOf(c, service))?.title;
  const { from, to, isFirst, conflicts } = preview;
  if (from === to && !isFirst)
    return c.redirect(recipeAddresses(c.var.office.at.root, service).recipe, 303);
  const open = conflicts.flatMap(({ at }, place) =>
    decisions.some((one) => one.at === at) ? [] : [[`take-${place}`, "Choose which is to stand"]],
  );
  const faults: Faults = isSent ? Object.fromEntries(open) : {};
  const page = {
    frame: serviceFrame(c, parts, title ?? service),
    service,
    upgrade: preview,
    decisions,
    faults,
  };
  return c.html(<UpgradePage {...page} />, isSent ? 409 : 200);
}

/** What has come since the page was shown is shown before it is taken. */
async function upgrade(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const service = serviceOf(c);
  const decisions = decisionsIn(fields);
  const { to } = await c.var.desk.api.previewUpgrade(service);
  if (fieldOf(fields, "to") !== String(to))
    return showUpgrade(c, parts, { decisions, isSent: true });
  const call = c.var.desk.api.upgrade(service, { decisions }, onceOf(fields));
  const { refused } = await answerOrRefusal(call, ["edit-conflict", "invalid-transition"]);
  if (refused?.code === "edit-conflict") return showUpgrade(c, parts, { decisions, isSent: true });
  const { recipe } = recipeAddresses(c.var.office.at.root, service);
  return doneAt(c, recipe, "recipe-upgraded");
}

function decisionsIn(fields: Fields): NewTakeIn["decisions"] {
  return [...fields.keys()].flatMap((name): NewTakeIn["decisions"] => {
    const place = /^at-(\d{1,3})$/.exec(name)?.[1];
    const at = fieldOf(fields, name);
    const take = fieldOf(fields, `take-${place}`);
    return at !== undefined && (take === "ours" || take === "theirs") ? [{ at, take }] : [];
  });
}
