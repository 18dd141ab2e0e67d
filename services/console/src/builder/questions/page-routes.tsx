import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import { wayFrom } from "../conditions/new-condition-button.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { changesIn } from "../ground/part-fields.tsx";
import { saveEdits } from "../ground/save-edits.tsx";
import { questionAddresses } from "./addresses.ts";
import { type DraftFormPage, pageAt, pathOfPage } from "./held.ts";
import { nameOfPart } from "./names.ts";
import { PageForm } from "./page-form-page.tsx";
import { type Shown, typedIn } from "./read-question.ts";
import { removedMeanwhile } from "./removed.ts";
import { placeInSection } from "./sections.ts";

/** The pages of a form, one by one. */
export function pageRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get(
    "/services/:service/questions/new-page",
    onDraft(parts, (c, frame) => {
      const typed = shownOf();
      return c.html(<PageForm frame={frame} typed={typed} seen={typed} />);
    }),
  );
  app.post("/services/:service/questions/new-page", onDraft(parts, add));
  app.get(
    "/services/:service/questions/page",
    onDraft(parts, (c, frame) => {
      const page = pageOf(c, frame);
      const typed = shownOf(page);
      return c.html(<PageForm frame={frame} page={page} typed={typed} seen={typed} />);
    }),
  );
  app.post("/services/:service/questions/page", onDraft(parts, save));
  return app;
}

/** What the fields are called in which its texts are typed. */
const texts = { title: "Title of the page", text: "Words before the questions" };
const names = ["title", "kind", "text", "when", "section"] as const;

function shownOf(page?: DraftFormPage): Shown {
  return new Map(names.map((name) => [name, page?.[name] ?? (name === "kind" ? "questions" : "")]));
}

function pageOf(c: Context<ConsoleEnv>, { draft }: DraftFrame): DraftFormPage {
  const page = pageAt(draft.definition, c.req.query("at") ?? "");
  if (!page) throw new NotFound();
  return page;
}

async function add(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const typed = typedIn(fields, names);
  const show = (faults: Faults) =>
    c.html(<PageForm {...{ frame, typed, seen: shownOf(), faults }} />, 422);
  if (!typed.get("title")?.trim()) return show({ title: "Enter a title for the page" });
  const said = [...typed].filter(([, value]) => value.trim() !== "");
  const { definition } = frame.draft;
  const { pages, sections } = definition.form;
  const id = nameOfPart("pages", pages, typed.get("title") ?? "");
  // In a form with a task list every page belongs to a part of it.
  const section = typed.get("section") || sections.at(-1)?.id;
  const item = { id, ...Object.fromEntries(said), ...(section ? { section } : {}) };
  const after = section ? { after: placeInSection(definition, section) } : {};
  const edit = { act: "add", to: "/form/pages", item, ...after } as const;
  const next = questionAddresses(frame.here).placed(pathOfPage({ id }), "added");
  return saveEdits(c, frame, { fields, edits: [{ edit, field: "title" }], next, onFault: show });
}

async function save(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const page = pageAt(frame.draft.definition, c.req.query("at") ?? "");
  if (!page) return removedMeanwhile(c, frame, { fields, names: Object.entries(texts) });
  const at = pathOfPage(page);
  const typed = typedIn(fields, names);
  const seen = wasIn(fields);
  const show = (faults: Faults) =>
    c.html(<PageForm {...{ frame, page, typed, seen, faults }} />, 422);
  if (!typed.get("title")?.trim()) return show({ title: "Enter a title for the page" });
  const edits = changesIn(
    fields,
    names.map((field) => ({ field, at: `${at}/${field}` })),
  );
  const into = typed.get("section") ?? "";
  if (into !== "" && edits.some(({ field }) => field === "section")) {
    const after = placeInSection(frame.draft.definition, into, page);
    edits.push({ field: "section", edit: { act: "move", at, after } });
  }
  const placed = questionAddresses(frame.here).placed(at, "saved");
  const next = wayFrom(fields, { here: frame.here, at, next: placed });
  return saveEdits(c, frame, { fields, edits, next, onFault: show });
}

function wasIn(fields: Fields): Shown {
  return new Map(names.map((name) => [name, fieldOf(fields, `was-${name}`) ?? ""]));
}
