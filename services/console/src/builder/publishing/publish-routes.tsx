import type { Refused } from "@guildhall/sdk";
import { type ErrorSummaryItem, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf, onceOf } from "../../routes/form.ts";
import { doneAt } from "../../routes/frame-of.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import { type DraftFrame, seenNow } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { pageOfPart } from "../ground/page-of-part.ts";
import { GoLivePage } from "./go-live-page.tsx";
import {
  nothingTyped,
  readPublication,
  type TypedPublication,
  typedPublication,
} from "./read-publication.ts";
import { ReviewPage } from "./review-page.tsx";
import { takeIn } from "./take-in.tsx";
import { TestPage } from "./test-page.tsx";

/** The way of a draft to the public: review, test, publish. */
export function publishRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get(
    "/services/:service/publish",
    onDraft(parts, async (c, frame) => {
      const differences = await c.var.desk.api.draftDifferences(frame.draft.service);
      return c.html(<ReviewPage frame={frame} differences={differences} faults={{}} />);
    }),
  );
  app.post("/services/:service/publish/take-in", onDraft(parts, takeIn));
  app.get(
    "/services/:service/publish/test",
    onDraft(parts, async (c, frame) => {
      const readiness = await c.var.desk.api.readiness(frame.draft.service);
      return c.html(<TestPage frame={frame} readiness={readiness} />);
    }),
  );
  app.get(
    "/services/:service/publish/go-live",
    onDraft(parts, (c, frame) => showGoLive(c, frame, { typed: nothingTyped })),
  );
  app.post(
    "/services/:service/publish/go-live",
    onDraft(parts, (c, frame) => publish(c, frame, parts.now())),
  );
  app.post("/services/:service/publish/unschedule", onDraft(parts, unschedule));
  return app;
}

interface Shown {
  readonly typed: TypedPublication;
  readonly faults?: Faults;
  readonly places?: readonly ErrorSummaryItem[];
  readonly status?: 200 | 409 | 422;
}

async function showGoLive(
  c: Context<ConsoleEnv>,
  frame: DraftFrame,
  { typed, faults = {}, places = [], status = 200 }: Shown,
): Promise<Response> {
  const { service } = frame.draft;
  const { api } = c.var.desk;
  const [readiness, differences] = await Promise.all([
    api.readiness(service),
    api.draftDifferences(service),
  ]);
  const page = { frame, readiness, differences, typed, faults, places };
  return c.html(<GoLivePage {...page} />, status);
}

async function publish(c: Context<ConsoleEnv>, frame: DraftFrame, now: Date): Promise<Response> {
  const fields = await formOf(c);
  const typed = typedPublication(fields);
  const read = readPublication(typed, now);
  if ("faults" in read) return showGoLive(c, frame, { typed, faults: read.faults, status: 422 });
  const { api } = c.var.desk;
  const { service } = frame.draft;
  const { revision, tag } = await api.draftTag(service);
  const hasMoved = fieldOf(fields, "since") !== String(revision);
  const places = [{ href: frame.here.publish, content: changedSince(frame) }];
  if (hasMoved) return showGoLive(c, seenNow(frame), { typed, places, status: 409 });
  const call = api.publishDraft(service, read.asked, { once: onceOf(fields), tag });
  const { answer, refused } = await answerOrRefusal(call, refusals);
  if (refused) return showGoLive(c, frame, { typed, ...notPublished(frame, refused) });
  const done = answer.version === undefined ? "draft-scheduled" : "draft-published";
  return doneAt(c, frame.here.home, done);
}

const refusals = ["service-not-ready", "precondition-failed", "request-invalid"];

function changedSince({ draft }: DraftFrame): string {
  return `${draft.changedBy} has changed the draft since you looked. Review what changes again`;
}

/** Why it is not published: each thing that is to be mended leads to its place. */
function notPublished(frame: DraftFrame, { code, faults }: Refused): Omit<Shown, "typed"> {
  const { here } = frame;
  if (code === "precondition-failed")
    return { places: [{ href: here.publish, content: changedSince(frame) }], status: 409 };
  if (code === "request-invalid") {
    const isLate = faults.some((fault) => fault.code === "too-late");
    const day = isLate ? "Choose a day within a year from now" : "This is in the past";
    return { faults: { "on-day": day }, status: 422 };
  }
  const places = faults.map(({ pointer, detail }) => ({
    href: pointer === "" ? here.publish : pageOfPart(here, pointer),
    content: detail ?? "Something here keeps it from being published.",
  }));
  return { places, status: 422 };
}

/** Where nothing was to go live any more it is as was wanted. */
async function unschedule(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  await formOf(c);
  await answerOrRefusal(c.var.desk.api.unschedule(frame.draft.service), ["not-found"]);
  return doneAt(c, frame.here.publish, "draft-unscheduled");
}
