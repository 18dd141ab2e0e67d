import { setTimeout as wait } from "node:timers/promises";
import { type Context, Hono } from "hono";
import { csrf } from "hono/csrf";
import type { CallEnv } from "../misbehave.ts";
import { ListPage } from "../pages/list-page.tsx";
import { commonStates, cutPage, isWanted, readWanted } from "../pages/listing.ts";
import type { Place } from "../pages/place.ts";
import { type Mistake, type Posted, type Read, readPosted } from "../pages/posted.ts";
import { serveFile } from "../pages/serve-file.ts";
import type { Alloy } from "./alloy.ts";
import { fetchDocument, listDocuments } from "./documents.ts";
import type { Item } from "./item.ts";
import { readCompletion, readNote, readStatus } from "./officer-forms.ts";
import { ItemPage } from "./pages/item-page.tsx";
import { listedOf, statusChoices, viewOf } from "./view.ts";
import { isClosed, linkOf, statusOf } from "./workflow.ts";

/** The pages on which an officer works this Alloy's items. */
export function alloyOfficer(alloy: Alloy, place: () => Place): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.get("/", (c) => showList(c, alloy, place()));
  app.get("/items/:id", (c) => showItem(c, alloy, place()));
  addActions(app, alloy, place);
  addFiles(app, alloy);
  return app;
}

function showList(c: Context<CallEnv>, alloy: Alloy, place: Place) {
  const { items, workflow } = alloy;
  const wanted = readWanted(c.req.query());
  const found = items
    .all()
    .filter(({ designCode }) => designCode === workflow.design)
    .filter((item) => isWanted(wanted, statusOf(workflow, item), isClosed(workflow, item)))
    .toReversed();
  const { cases, ...numbers } = cutPage(found, wanted);
  const listed = cases.map((item) => listedOf(alloy, item));
  const states = [...commonStates, ...statusChoices(alloy)];
  const lists = { title: "Work items", place, states, cases: listed };
  return c.html(<ListPage {...lists} {...wanted} {...numbers} />);
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
  const listing = link && (await listDocuments(link, alloy.fetch));
  const view = viewOf(alloy, item, listing);
  return c.html(<ItemPage place={place} view={view} {...mistake} />, mistake ? 400 : 200);
}

/** So long a person waits to see the first call's outcome at once. */
const patienceMs = 2000;

function addActions(app: Hono<CallEnv>, alloy: Alloy, place: () => Place): void {
  const { officer } = alloy;
  const action = <T,>(
    path: string,
    read: (posted: Posted) => Read<T>,
    act: (id: string, value: T) => Promise<void>,
  ) =>
    app.post(`/items/:id/${path}`, csrf(), async (c) => {
      const item = findCase(alloy, c.req.param("id"));
      if (!item) return c.notFound();
      const typed = await readPosted(c);
      const result = read(typed);
      if ("wrongs" in result) return showItem(c, alloy, place(), { wrongs: result.wrongs, typed });
      const told = act(item.itemId, result.value);
      await Promise.race([told, wait(patienceMs, undefined, { ref: false })]);
      return c.redirect(listedOf(alloy, item).href, 303);
    });

  action("status", (posted) => readStatus(alloy, posted), officer.changeStatus);
  action("notes", readNote, (id, note) => officer.addNote(id, note.contents, note.visible));
  action("complete", (posted) => readCompletion(alloy, posted), officer.complete);
}

function addFiles(app: Hono<CallEnv>, alloy: Alloy): void {
  app.get("/items/:id/documents/:document", async (c) => {
    const item = findCase(alloy, c.req.param("id"));
    const link = item && linkOf(alloy.workflow, item);
    if (!link) return c.notFound();
    const answer = await fetchDocument(link, alloy.fetch, c.req.param("document")).catch(
      () => undefined, // shown to the officer as a platform that did not answer
    );
    if (!answer?.ok) return c.text(`The platform answered ${answer?.status ?? "nothing"}.`, 502);
    const contentType = answer.headers.get("content-type") ?? "application/octet-stream";
    return serveFile(c, { contentType, bytes: new Uint8Array(await answer.arrayBuffer()) });
  });
  app.get("/items/:id/files/:file", (c) => {
    if (!findCase(alloy, c.req.param("id"))) return c.notFound();
    return serveFile(c, alloy.files.get(c.req.param("file")));
  });
}
