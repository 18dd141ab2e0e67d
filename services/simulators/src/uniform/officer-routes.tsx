import { type Context, Hono } from "hono";
import { csrf } from "hono/csrf";
import type { CallEnv } from "../misbehave.ts";
import { type ListedCase, ListPage } from "../pages/list-page.tsx";
import { commonStates, cutPage, isWanted, readWanted } from "../pages/listing.ts";
import type { Place } from "../pages/place.ts";
import { type Mistake, type Posted, readPosted } from "../pages/posted.ts";
import type { Case } from "./case.ts";
import { textOf } from "./config.ts";
import { readClosing, readStatus, readVisit } from "./officer-forms.ts";
import { CasePage } from "./pages/case-page.tsx";
import type { Uniform } from "./uniform.ts";

/** The pages on which an officer works this Uniform's service requests. Nobody is told: it is polled. */
export function uniformOfficer(uniform: Uniform, place: () => Place): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.get("/", (c) => showList(c, uniform, place()));
  app.get("/cases/:id", (c) => showCase(c, uniform, place()));
  addActions(app, uniform, place);
  return app;
}

function showList(c: Context<CallEnv>, uniform: Uniform, place: Place) {
  const { cases, config } = uniform;
  const wanted = readWanted(c.req.query());
  const found = cases
    .all()
    .filter(({ status }) => isWanted(wanted, status, status === config.closedStatus))
    .toReversed();
  const { cases: page, ...numbers } = cutPage(found, wanted);
  const statuses = (config.lists.SRSTATUS ?? []).map(({ code, text }) => ({ value: code, text }));
  const states = [...commonStates, ...statuses];
  const listed = page.map((held) => listedOf(uniform, held));
  const lists = { title: "Service requests", place, states, cases: listed };
  return c.html(<ListPage {...lists} {...wanted} {...numbers} />);
}

function listedOf({ config, tenant }: Uniform, held: Case): ListedCase {
  const online = held.alternatives.map(({ value }) => value).join(", ");
  return {
    href: `/uniform/${tenant}/cases/${addressOf(held.reference)}`,
    title: textOf(config, "SRRECTYPE", held.complaintType),
    reference: online ? `${held.reference} · ${online}` : held.reference,
    status: textOf(config, "SRSTATUS", held.status),
    closed: held.status === config.closedStatus,
    createdAt: held.createdAt,
    changedAt: held.updatedAt,
  };
}

/** A reference holds slashes, which an address cannot. */
function addressOf(reference: string): string {
  return reference.replaceAll("/", "-");
}

function findCase({ cases }: Uniform, id: string | undefined): Case | undefined {
  return cases.find((id ?? "").replaceAll("-", "/"));
}

function showCase(c: Context<CallEnv>, uniform: Uniform, place: Place, mistake?: Mistake) {
  const held = findCase(uniform, c.req.param("id"));
  if (!held) return c.notFound();
  const listed = listedOf(uniform, held);
  const { config } = uniform;
  const page = <CasePage place={place} config={config} held={held} listed={listed} {...mistake} />;
  return c.html(page, mistake ? 400 : 200);
}

function addActions(app: Hono<CallEnv>, uniform: Uniform, place: () => Place): void {
  const { cases, config } = uniform;
  const action = (path: string, act: (reference: string, posted: Posted) => Mistake["wrongs"]) =>
    app.post(`/cases/:id/${path}`, csrf(), async (c) => {
      const held = findCase(uniform, c.req.param("id"));
      if (!held) return c.notFound();
      const typed = await readPosted(c);
      const wrongs = act(held.reference, typed);
      if (wrongs.length > 0) return showCase(c, uniform, place(), { wrongs, typed });
      return c.redirect(listedOf(uniform, held).href, 303);
    });

  action("status", (reference, posted) => {
    const read = readStatus(config, posted);
    if ("value" in read) cases.changeStatus(reference, read.value);
    return "wrongs" in read ? read.wrongs : [];
  });
  action("close", (reference, posted) => {
    const read = readClosing(config, posted);
    if ("value" in read) cases.changeStatus(reference, config.closedStatus, read.value);
    return "wrongs" in read ? read.wrongs : [];
  });
  action("visits", (reference, posted) => {
    const read = readVisit(posted, uniform.now());
    if ("value" in read) cases.addVisits(reference, [read.value]);
    return "wrongs" in read ? read.wrongs : [];
  });
}
