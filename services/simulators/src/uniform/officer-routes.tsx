import { type Context, Hono } from "hono";
import { csrf } from "hono/csrf";
import type { CallEnv } from "../misbehave.ts";
import { ListPage } from "../pages/list-page.tsx";
import { findCases, readWanted } from "../pages/listing.ts";
import type { Place } from "../pages/place.ts";
import { type Mistake, type Posted, type Read, readPosted } from "../pages/posted.ts";
import { look } from "../platform/ask.ts";
import { openDocument } from "../platform/open-document.ts";
import type { Case } from "./case.ts";
import type { Code } from "./config.ts";
import { bookVisit } from "./officer.ts";
import { readAction, readClosing, readStatus, readVisit } from "./officer-forms.ts";
import { CasePage } from "./pages/case-page.tsx";
import type { Uniform } from "./uniform.ts";
import { addressOf, findCase, linkOf, listedOf, onlineReference } from "./view.ts";

/** The pages on which an officer works this Uniform's service requests. Nobody is told: it is polled. */
export function uniformOfficer(uniform: Uniform, place: () => Place): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.get("/", (c) => showList(c, uniform, place()));
  app.get("/cases/:id", (c) => showCase(c, uniform, place()));
  app.get("/cases/:id/documents/:document", (c) => {
    const held = findCase(uniform, c.req.param("id"));
    const link = held && linkOf(held);
    if (!link) return c.notFound();
    return openDocument(c, link, { ask: uniform.fetch, id: c.req.param("document") });
  });
  addActions(app, uniform, place);
  return app;
}

function showList(c: Context<CallEnv>, uniform: Uniform, place: Place) {
  const { cases, config } = uniform;
  const wanted = readWanted(c.req.query());
  const listed = cases.all().map((held) => listedOf(uniform, held));
  const choices = { states: choicesOf(config.lists.SRSTATUS), kinds: kindsOf(config.lists) };
  const found = findCases(listed.toReversed(), wanted, choices);
  return c.html(<ListPage title="Service requests" place={place} {...wanted} {...found} />);
}

/** The kinds that some complaint type has. */
function kindsOf({ SRKIND, SRRECTYPE = [] }: Record<string, Code[]>) {
  const used = new Set(SRRECTYPE.map(({ kind }) => kind));
  return choicesOf(SRKIND?.filter(({ code }) => used.has(code)));
}

function choicesOf(list: readonly Code[] = []) {
  return list.map(({ code, text }) => ({ value: code, text }));
}

async function showCase(c: Context<CallEnv>, uniform: Uniform, place: Place, mistake?: Mistake) {
  const held = findCase(uniform, c.req.param("id"));
  if (!held) return c.notFound();
  const link = linkOf(held);
  const seen = link && (await look(link, onlineReference(held), uniform.fetch));
  const listed = listedOf(uniform, held);
  const saved = mistake ? undefined : c.req.query("saved");
  const { config } = uniform;
  const page = <CasePage {...{ place, config, held, listed, seen, saved }} {...mistake} />;
  return c.html(page, mistake ? 400 : 200);
}

function addActions(app: Hono<CallEnv>, uniform: Uniform, place: () => Place): void {
  const { cases, config, tenant } = uniform;
  const action = <T,>(
    path: string,
    read: (posted: Posted, held: Case) => Read<T>,
    act: (held: Case, value: T) => void,
  ) =>
    app.post(`/cases/:id/${path}`, csrf(), async (c) => {
      const held = findCase(uniform, c.req.param("id"));
      if (!held) return c.notFound();
      const typed = await readPosted(c);
      const result = read(typed, held);
      if ("wrongs" in result) {
        return showCase(c, uniform, place(), { wrongs: result.wrongs, typed });
      }
      act(held, result.value);
      return c.redirect(`${addressOf(tenant, held.reference)}?saved=${path}`, 303);
    });

  action(
    "status",
    (posted, held) => readStatus(uniform, posted, held),
    ({ reference }, status) => cases.changeStatus(reference, status),
  );
  action(
    "close",
    (posted) => readClosing(config, posted),
    ({ reference }, closing) => cases.changeStatus(reference, config.closedStatus, closing),
  );
  action(
    "visits",
    (posted) => readVisit(config, posted),
    (held, visit) => bookVisit(uniform, held, visit),
  );
  action(
    "actions",
    (posted, held) => readAction(config, held, posted),
    ({ reference }, { visit, action }) =>
      cases.addActions(reference, visit, { actions: [action], by: "officer" }),
  );
}
