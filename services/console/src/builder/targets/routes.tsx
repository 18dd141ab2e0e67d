import { type NewTarget, Slug, type Target, TargetSource } from "@guildhall/contract";
import { type Fault, Refused } from "@guildhall/sdk";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import type { Faults } from "../../pages/frame.ts";
import { doneAt, frameOf } from "../../routes/frame-of.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import { destinationAddresses } from "../destinations/addresses.ts";
import { serviceAddresses } from "../ground/service-addresses.ts";
import { readDescription, type SentDescription } from "./read-files.ts";
import { DescribePage, OneTargetPage, TargetsPage } from "./target-pages.tsx";

type Ctx = Context<ConsoleEnv>;

/** Descriptions of what systems take, for those that cannot be asked. */
export function targetRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/targets", async (c) => {
    const targets = await c.var.desk.api.targets();
    return c.html(<TargetsPage {...frameOf(c, parts)} targets={targets} />);
  });
  app.get("/targets/new", (c) => describe(c, parts, { sent: nothing() }));
  app.post("/targets/new", (c) => add(c, parts));
  app.get("/targets/:target", async (c) => {
    const page = { ...frameOf(c, parts), target: await targetOf(c), once: crypto.randomUUID() };
    return c.html(<OneTargetPage {...page} />);
  });
  app.get("/targets/:target/replace", async (c) => {
    const target = await targetOf(c);
    const { name, source } = target;
    return describe(c, parts, { target, sent: { ...nothing(), name, source } });
  });
  app.post("/targets/:target/replace", (c) => replace(c, parts));
  app.post("/targets/:target/remove", async (c) => {
    await c.var.desk.api.removeTarget((await targetOf(c)).id);
    return doneAt(c, c.var.office.at.targets, "target-removed");
  });
  return app;
}

function nothing(): SentDescription {
  return { name: "", source: "", root: "", files: [], once: crypto.randomUUID() };
}

/** @throws NotFound */
async function targetOf(c: Ctx): Promise<Target> {
  try {
    return await c.var.desk.api.target(c.req.param("target") ?? "");
  } catch (error) {
    if (error instanceof Refused && error.status === 404) throw new NotFound();
    throw error;
  }
}

interface Described {
  readonly sent: SentDescription;
  readonly target?: Target;
  readonly roots?: readonly string[];
  readonly faults?: Faults;
}

function describe(c: Ctx, parts: Parts, { roots = [], faults = {}, ...shown }: Described) {
  const { search } = new URL(c.req.url);
  const onward = onwardOf(c) === undefined ? "" : search;
  const page = { ...frameOf(c, parts), ...shown, roots, faults, onward };
  return c.html(<DescribePage {...page} />, Object.keys(faults).length > 0 ? 422 : 200);
}

/** Where somebody came from who wanted to say where a service's answers go, to choose there what they have added. */
function onwardOf(c: Ctx): string | undefined {
  const [service, connector, mapping] = ["service", "connector", "mapping"].map(
    (name) => Slug.safeParse(c.req.query(name)).data,
  );
  if (service === undefined || connector === undefined) return undefined;
  const here = serviceAddresses(c.var.office.at.root, service);
  return destinationAddresses(here).chooseTarget(connector, mapping);
}

async function add(c: Ctx, parts: Parts): Promise<Response> {
  const sent = await readDescription(c.req.raw);
  const read = newTarget(sent);
  if ("faults" in read) return describe(c, parts, { sent, faults: read.faults });
  const once = /^[\w-]{16,64}$/.test(sent.once) ? sent.once : crypto.randomUUID();
  const call = c.var.desk.api.addTarget(read.body, once);
  const { answer, refused } = await answerOrRefusal(call, refusals);
  const onward = onwardOf(c) ?? `${c.var.office.at.targets}/${answer?.id}`;
  if (answer) return doneAt(c, onward, "target-added");
  return describe(c, parts, { sent: anew(sent), ...toldBy(refused) });
}

async function replace(c: Ctx, parts: Parts): Promise<Response> {
  const target = await targetOf(c);
  const sent = await readDescription(c.req.raw);
  const read = newTarget(sent);
  if ("faults" in read) return describe(c, parts, { target, sent, faults: read.faults });
  const call = c.var.desk.api.replaceTarget(target.id, read.body);
  const { answer, refused } = await answerOrRefusal(call, refusals);
  if (refused) return describe(c, parts, { target, sent: anew(sent), ...toldBy(refused) });
  const page = { ...frameOf(c, parts), target: answer, once: crypto.randomUUID() };
  return c.html(<OneTargetPage {...page} changed={answer} />);
}

const refusals = ["request-invalid", "invalid-text", "body-too-large"];

/** What was refused is sent anew, and not again. */
function anew(sent: SentDescription): SentDescription {
  return { ...sent, once: crypto.randomUUID() };
}

function newTarget({ name, source, root, files }: SentDescription) {
  const kind = TargetSource.exclude(["connector"]).safeParse(source).data;
  const faults = {
    ...(name === "" ? { name: "Enter what you call it" } : {}),
    ...(name.length > 120 ? { name: "The name must be 120 characters or fewer" } : {}),
    ...(kind ? {} : { source: "Select what you have" }),
    ...(files.length === 0 ? { files: "Choose the files, or paste the description" } : {}),
    ...(files.length > 60 ? { files: "Choose 60 files or fewer" } : {}),
  };
  if (!kind || Object.keys(faults).length > 0) return { faults };
  const body: NewTarget = { name, source: kind, files, ...(root === "" ? {} : { root }) };
  return { body };
}

/** What is wrong with the files; or what to choose from, where several things could be meant. */
function toldBy({ faults, code }: Refused): { roots: readonly string[]; faults: Faults } {
  const roots = faults.filter((one) => one.code === "root-candidate").map(said);
  const wrong = faults.filter((one) => one.code !== "root-candidate");
  if (roots.length > 0) return { roots, faults: { root: wrong.map(said).join(" ") } };
  const sentences = wrong.map(said).join(" ");
  return {
    roots,
    faults: { files: sentences || otherwise[code] || "These files cannot be read." },
  };
}

const otherwise: Readonly<Record<string, string>> = {
  "body-too-large": "The files are too large: together they may have 5 MB.",
  "invalid-text": "The files have characters that cannot be kept.",
};

function said({ detail = "This cannot be read." }: Fault): string {
  return detail;
}
