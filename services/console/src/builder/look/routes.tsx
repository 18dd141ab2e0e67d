import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { anyFault } from "../../pages/fault-summary.tsx";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { Entered } from "../ground/part-fields.tsx";
import { saveEdits } from "../ground/save-edits.tsx";
import { lookChanges } from "./look-fields.ts";
import { LookPage } from "./look-page.tsx";
import { WelshPage } from "./welsh-page.tsx";
import { type WelshText, welshChanges, welshField, welshTexts } from "./welsh-texts.ts";

/** How a service presents itself, and in which languages. */
export function lookRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get(
    "/services/:service/look",
    onDraft(parts, (c, frame) =>
      c.html(<LookPage frame={frame} entered={new Entered()} faults={{}} />),
    ),
  );
  app.post("/services/:service/look", onDraft(parts, saveLook));
  app.get(
    "/services/:service/look/welsh",
    onDraft(parts, (c, frame) => showWelsh(c, frame, { faults: {} })),
  );
  app.post("/services/:service/look/welsh", onDraft(parts, saveWelsh));
  return app;
}

async function saveLook(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const next = frame.here.look;
  return saveEdits(c, frame, {
    fields,
    ...lookChanges(fields, frame.draft.definition),
    next,
    done: "draft-saved",
    onFault: (faults) =>
      c.html(<LookPage frame={frame} entered={new Entered(fields)} faults={faults} />, 422),
  });
}

/** As many texts as are translated at a sitting. */
const atOnce = 20;

function isLeft({ welsh, isOld }: WelshText): boolean {
  return welsh === "" || isOld;
}

function showWelsh(
  c: Context<ConsoleEnv>,
  frame: DraftFrame,
  { fields, faults }: { fields?: Fields; faults: Faults },
): Response | Promise<Response> {
  const all = welshTexts(frame.draft.definition);
  const showsAll = (fields ? fieldOf(fields, "show") : c.req.query("show")) === "all";
  const wanted = fields
    ? all.filter(({ path }) => fields.has(welshField(path)))
    : all.filter((text) => showsAll || isLeft(text));
  const after = wanted.findIndex(({ path }) => path === c.req.query("after")) + 1;
  const texts = wanted.slice(after, after + atOnce);
  const last = texts.at(-1)?.path;
  const query = new URLSearchParams({ ...(showsAll && { show: "all" }), after: last ?? "" });
  const hasNext = wanted.length > after + atOnce;
  const page = {
    frame,
    showsAll,
    texts,
    left: all.filter(isLeft).length,
    next: hasNext ? `${frame.here.welsh}?${query}` : undefined,
    entered: new Entered(fields),
    faults,
  };
  return c.html(<WelshPage {...page} />, anyFault(faults) ? 422 : 200);
}

async function saveWelsh(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  return saveEdits(c, frame, {
    fields,
    edits: welshChanges(fields, welshTexts(frame.draft.definition)),
    next: frame.here.welsh,
    done: "draft-saved",
    onFault: (faults) => showWelsh(c, frame, { fields, faults }),
  });
}
