import { setTimeout as wait } from "node:timers/promises";
import { type Context, Hono } from "hono";
import { csrf } from "hono/csrf";
import type { CallEnv } from "../misbehave.ts";
import { ListPage } from "../pages/list-page.tsx";
import { findCases, readWanted } from "../pages/listing.ts";
import type { Place } from "../pages/place.ts";
import { type Mistake, type Posted, type Read, readPosted } from "../pages/posted.ts";
import { serveFile } from "../pages/serve-file.ts";
import { look } from "../platform/ask.ts";
import { openDocument } from "../platform/open-document.ts";
import type { Alloy } from "./alloy.ts";
import type { Item } from "./item.ts";
import {
  readBooking,
  readClosure,
  readCompletion,
  readFlags,
  readNote,
  readQuestion,
  readResult,
  readStatus,
} from "./officer-forms.ts";
import { ItemPage } from "./pages/item-page.tsx";
import { addressOf, listChoices, listedOf, referenceOf, viewOf } from "./view.ts";
import { linkOf } from "./workflow.ts";

/** The pages on which an officer works this Alloy's items. */
export function alloyOfficer(alloy: Alloy, place: () => Place): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.get("/", (c) => showList(c, alloy, place()));
  app.get("/items/:id", (c) => showItem(c, alloy, place()));
  addActions(app, alloy, place);
  addInspections(app, alloy, place);
  addFiles(app, alloy);
  return app;
}

function showList(c: Context<CallEnv>, alloy: Alloy, place: Place) {
  const { items, workflow } = alloy;
  const wanted = readWanted(c.req.query());
  const listed = items
    .all()
    .filter(({ designCode }) => designCode === workflow.design)
    .map((item) => listedOf(alloy, item));
  const found = findCases(listed.toReversed(), wanted, listChoices(alloy));
  return c.html(<ListPage title="Work items" place={place} {...wanted} {...found} />);
}

/** The case with this id, or undefined: other items are not for officers' pages. */
function findCase({ items, workflow }: Alloy, id: string | undefined): Item | undefined {
  const item = items.find(id ?? "");
  return item?.designCode === workflow.design ? item : undefined;
}

async function showItem(c: Context<CallEnv>, alloy: Alloy, place: Place, mistake?: Mistake) {
  const item = findCase(alloy, c.req.param("id"));
  if (!item) return c.notFound();
  const link = linkOf(alloy.workflow, item);
  const seen = link && (await look(link, referenceOf(alloy, item), alloy.fetch));
  const view = viewOf(alloy, item, seen);
  const saved = mistake ? undefined : c.req.query("saved");
  const page = <ItemPage place={place} view={view} saved={saved} {...mistake} />;
  return c.html(page, mistake ? 400 : 200);
}

/** So long a person waits to see the first call's outcome at once. */
const patienceMs = 2000;

function addActions(app: Hono<CallEnv>, alloy: Alloy, place: () => Place): void {
  const { officer } = alloy;
  const action = <T,>(
    path: string,
    read: (posted: Posted, item: Item) => Read<T>,
    act: (id: string, value: T) => Promise<void>,
  ) =>
    app.post(`/items/:id/${path}`, csrf(), async (c) => {
      const item = findCase(alloy, c.req.param("id"));
      if (!item) return c.notFound();
      const typed = await readPosted(c);
      const result = read(typed, item);
      if ("wrongs" in result) return showItem(c, alloy, place(), { wrongs: result.wrongs, typed });
      const told = act(item.itemId, result.value);
      await Promise.race([told, wait(patienceMs, undefined, { ref: false })]);
      return c.redirect(`${addressOf(alloy.tenant, item.itemId)}?saved=${path}`, 303);
    });

  action("status", (posted, item) => readStatus(alloy, posted, item), officer.changeStatus);
  action("notes", readNote, (id, note) => officer.addNote(id, note.contents, note.visible));
  action("flags", (posted) => readFlags(alloy, posted), officer.setFlags);
  action("questions", readQuestion, officer.ask);
  action("visits", readBooking, officer.bookVisit);
  action("closure", (posted) => readClosure(alloy, posted), officer.saveClosure);
  action("complete", (posted) => readCompletion(alloy, posted), officer.complete);
}

/** An inspection is an item of its own, worked on the page of the case that links to it. */
function addInspections(app: Hono<CallEnv>, alloy: Alloy, place: () => Place): void {
  app.post("/items/:id/inspections/:inspection", csrf(), async (c) => {
    const { id, inspection } = c.req.param();
    const item = findCase(alloy, id);
    const linked = item && viewOf(alloy, item, undefined).inspections;
    if (!item || !linked?.some((one) => one.id === inspection)) return c.notFound();
    const typed = await readPosted(c);
    const read = readResult(typed);
    if ("wrongs" in read) return showItem(c, alloy, place(), { wrongs: read.wrongs, typed });
    alloy.officer.recordResult(inspection, read.value);
    return c.redirect(`${addressOf(alloy.tenant, item.itemId)}?saved=results`, 303);
  });
}

function addFiles(app: Hono<CallEnv>, alloy: Alloy): void {
  app.get("/items/:id/documents/:document", (c) => {
    const item = findCase(alloy, c.req.param("id"));
    const link = item && linkOf(alloy.workflow, item);
    if (!link) return c.notFound();
    return openDocument(c, link, { ask: alloy.fetch, id: c.req.param("document") });
  });
  app.get("/items/:id/files/:file", (c) => {
    if (!findCase(alloy, c.req.param("id"))) return c.notFound();
    return serveFile(c, alloy.files.get(c.req.param("file")));
  });
}
