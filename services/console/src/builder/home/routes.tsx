import type { NewServiceDraft, ServiceDraft } from "@guildhall/contract";
import type { Refused } from "@guildhall/sdk";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf, onceOf } from "../../routes/form.ts";
import { doneAt } from "../../routes/frame-of.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import { type DraftFrame, seenNow } from "../ground/draft-frame.ts";
import { draftOf, onDraft } from "../ground/on-draft.ts";
import { serviceAddresses } from "../ground/service-addresses.ts";
import { DiscardPage } from "./discard-page.tsx";
import { DraftHomePage } from "./draft-home-page.tsx";
import { LiveHomePage } from "./live-home-page.tsx";
import { latestOf, serviceFrame } from "./on-service.ts";
import { share } from "./share.tsx";
import { notTyped, SharePage } from "./share-page.tsx";

/** The home of each service, and what is done with its draft as a whole. */
export function homeRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/services/:service", (c) => showHome(c, parts, {}));
  app.post("/services/:service/begin", (c) => begin(c));
  app.post("/services/:service/undo", (c) => undo(c, parts));
  app.get(
    "/services/:service/discard",
    onDraft(parts, (c, frame) => c.html(<DiscardPage frame={frame} faults={{}} />)),
  );
  app.post("/services/:service/discard", onDraft(parts, discard));
  app.get(
    "/services/:service/preview",
    onDraft(parts, (c, frame) => c.html(<SharePage {...{ frame, typed: notTyped, faults: {} }} />)),
  );
  app.post(
    "/services/:service/preview",
    onDraft(parts, (c, frame) => share(c, frame, parts.now())),
  );
  return app;
}

async function showHome(c: Context<ConsoleEnv>, parts: Parts, faults: Faults): Promise<Response> {
  const service = c.req.param("service") ?? "";
  const { api } = c.var.desk;
  const [draft, latest] = await Promise.all([draftOf(c, service), latestOf(c, service)]);
  const frame = serviceFrame(c, parts, draft?.definition.title ?? latest?.title ?? service);
  if (!draft) {
    if (!latest) throw new NotFound();
    const { answer: exit } = await answerOrRefusal(api.exit(service), ["not-found"]);
    return c.html(<LiveHomePage frame={frame} latest={latest} exit={exit} />);
  }
  const readiness = await api.readiness(service);
  const followsFiles = await isOfFiles(c, draft);
  const page = { frame, draft, readiness, latest, followsFiles, faults };
  return c.html(<DraftHomePage {...page} />, Object.keys(faults).length > 0 ? 409 : 200);
}

/** Whether the files of a service name a recipe that is in the cookbook, of which it has taken no version yet. */
async function isOfFiles(
  c: Context<ConsoleEnv>,
  { service, definition }: ServiceDraft,
): Promise<boolean> {
  if (definition.recipe === undefined || definition.adopted) return false;
  const call = c.var.desk.api.previewUpgrade(service);
  return (await answerOrRefusal(call, ["not-found"])).answer !== undefined;
}

/** Where somebody else was quicker, their draft is the one. */
async function begin(c: Context<ConsoleEnv>): Promise<Response> {
  const fields = await formOf(c);
  const service = c.req.param("service") ?? "";
  const version = Number(fieldOf(fields, "version"));
  const asked: NewServiceDraft = { service, ...(version > 0 && { version }) };
  const call = c.var.desk.api.beginService(asked, onceOf(fields));
  const { refused } = await answerOrRefusal(call, ["service-draft-exists"]);
  const { home } = serviceAddresses(c.var.office.at.root, service);
  return doneAt(c, home, refused ? "draft-there" : "draft-begun");
}

async function undo(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const once = onceOf(await formOf(c));
  const service = c.req.param("service") ?? "";
  const call = c.var.desk.api.undoDraft(service, once);
  const { refused } = await answerOrRefusal(call, ["invalid-transition", "edit-conflict"]);
  if (refused) return showHome(c, parts, { undo: notUndone(refused) });
  const { home } = serviceAddresses(c.var.office.at.root, service);
  return doneAt(c, home, "draft-undone");
}

function notUndone({ code, conflicts }: Refused): string {
  if (code === "invalid-transition") return "There is nothing of yours left to undo";
  const what = conflicts.map(({ sentence, by }) => `${sentence} (${by})`).join(" ");
  return `It cannot be undone, because somebody has changed the same since: ${what}`;
}

/** What somebody else has done since the page was shown is not thrown away unseen. */
async function discard(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const { draft } = frame;
  if (fieldOf(await formOf(c), "since") !== String(draft.revision)) {
    const faults = { confirm: `${draft.changedBy} has changed the draft since you looked` };
    return c.html(<DiscardPage frame={seenNow(frame)} faults={faults} />, 409);
  }
  await c.var.desk.api.discardDraft(draft.service);
  const { at } = c.var.office;
  return doneAt(c, at.services, "draft-discarded");
}
