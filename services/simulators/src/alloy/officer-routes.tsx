import { type Context, Hono } from "hono";
import { csrf } from "hono/csrf";
import type { CallEnv } from "../misbehave.ts";
import type { Place } from "../pages/layout.tsx";
import { serveFile } from "../pages/serve-file.ts";
import type { Alloy } from "./alloy.ts";
import { fetchDocument, listDocuments } from "./documents.ts";
import type { Item } from "./item.ts";
import { type Posted, type Read, readCompletion, readNote, readStatus } from "./officer-forms.ts";
import { ItemPage } from "./pages/item-page.tsx";
import { ListPage } from "./pages/list-page.tsx";
import { pageOf } from "./paging.ts";
import { listedOf, viewOf } from "./view.ts";
import { isClosed, labelOf, linkOf, named, statusOf } from "./workflow.ts";

/** The pages on which an officer works this Alloy's items. */
export function alloyOfficer(alloy: Alloy, place: () => Place): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.get("/", (c) => c.html(<ListPage {...listProps(alloy, place(), c.req.query())} />));
  app.get("/items/:id", (c) => showItem(c, alloy, place()));
  addActions(app, alloy, place);
  addFiles(app, alloy);
  return app;
}

const pageSize = 50;

function listProps(alloy: Alloy, place: Place, query: Record<string, string>) {
  const { items, workflow } = alloy;
  const { state = "open" } = query;
  const found = items
    .all()
    .filter((item) => item.designCode === workflow.design && isIn(alloy, item, state))
    .reverse();
  const page = Math.max(1, Number.parseInt(query.page ?? "1", 10) || 1);
  const { results, totalPages } = pageOf(found, { page, pageSize });
  const listed = results.map((item) => listedOf(alloy, item));
  const states = [
    { value: "open", text: "All open" },
    { value: "closed", text: "All closed" },
    { value: "all", text: "Everything" },
    ...named(items, [...workflow.open, ...workflow.closing]).map((item) => ({
      value: item.itemId,
      text: labelOf(item),
    })),
  ];
  return { place, items: listed, states, state, page, totalPages, total: found.length };
}

function isIn({ workflow }: Alloy, item: Item, state: string): boolean {
  if (state === "all") return true;
  if (state === "open") return !isClosed(workflow, item);
  return state === "closed" ? isClosed(workflow, item) : statusOf(workflow, item) === state;
}

/** The case with this id, or undefined: other items are not for officers' pages. */
function findCase({ items, workflow }: Alloy, id: string): Item | undefined {
  const item = items.find(id);
  return item?.designCode === workflow.design ? item : undefined;
}

interface Mistake {
  readonly wrongs: Extract<Read<never>, { wrongs: unknown }>["wrongs"];
  readonly typed: Posted;
}

async function showItem(c: Context<CallEnv>, alloy: Alloy, place: Place, mistake?: Mistake) {
  const item = findCase(alloy, c.req.param("id") ?? "");
  if (!item) return c.notFound();
  const link = linkOf(alloy.workflow, item);
  const listing = link && (await listDocuments(link, alloy.fetch));
  const view = viewOf(alloy, item, listing);
  return c.html(<ItemPage place={place} view={view} {...mistake} />, mistake ? 400 : 200);
}

function addActions(app: Hono<CallEnv>, alloy: Alloy, place: () => Place): void {
  const { officer } = alloy;
  const action = <T,>(
    path: string,
    read: (posted: Posted) => Read<T>,
    act: (id: string, value: T) => void,
  ) =>
    app.post(`/items/:id/${path}`, csrf(), async (c) => {
      const id = c.req.param("id") ?? "";
      if (!findCase(alloy, id)) return c.notFound();
      const typed = await readPosted(c);
      const result = read(typed);
      if ("wrongs" in result) return showItem(c, alloy, place(), { wrongs: result.wrongs, typed });
      act(id, result.value);
      return c.redirect(`/alloy/${place().tenant}/items/${id}`, 303);
    });

  action("status", (posted) => readStatus(alloy, posted), officer.changeStatus);
  action("notes", readNote, (id, note) => officer.addNote(id, note.contents, note.visible));
  action("complete", (posted) => readCompletion(alloy, posted), officer.complete);
}

async function readPosted(c: Context): Promise<Posted> {
  const entries = Object.entries(await c.req.parseBody());
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
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
