import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { csrf } from "hono/csrf";
import { madeUpStatus } from "../faults.ts";
import type { CallEnv } from "../misbehave.ts";
import { ListPage } from "../pages/list-page.tsx";
import { commonStates, cutPage, isWanted, type ListedCase, readWanted } from "../pages/listing.ts";
import type { Place } from "../pages/place.ts";
import { type Mistake, type Posted, readPosted } from "../pages/posted.ts";
import type { RegisterCase } from "./cases.ts";
import { CasePage } from "./pages/case-page.tsx";
import type { Register } from "./register.ts";

/** The pages on which an officer works the register's cases. Nobody is told: it is polled. */
export function registerOfficer(register: Register, place: () => Place): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.get("/", (c) => showList(c, register, place()));
  app.get("/cases/:id", (c) => showCase(c, register, place()));
  const { cases, config, faults } = register;
  const action = (name: string, act: (held: RegisterCase, posted: Posted) => Mistake["wrongs"]) =>
    app.post(`/cases/:id/${name}`, csrf(), async (c) => {
      const held = cases.find(c.req.param("id"));
      if (!held) return c.notFound();
      const typed = await readPosted(c);
      const wrongs = act(held, typed);
      if (wrongs.length > 0) return showCase(c, register, place(), { wrongs, typed });
      return c.redirect(listedOf(register, held).href, 303);
    });
  action("status", (held, { status = "" }) => {
    const isMadeUp =
      status === madeUpStatus && faults.takeOf(held.externalReference, "unknown-status");
    if (!isMadeUp && !config.statuses.some(({ id }) => id === status))
      return [{ field: "status", text: "Choose a status" }];
    cases.work(held.id, { status });
    return [];
  });
  action("note", (held, { text = "", visible }) => {
    if (text.trim() === "") return [{ field: "text", text: "Enter a note" }];
    const note = {
      id: randomUUID(),
      text,
      author: "An officer",
      public: visible === "yes",
      ours: true,
    };
    cases.work(held.id, { notes: [...held.notes, note] });
    return [];
  });
  return app;
}

function showList(c: Context<CallEnv>, register: Register, place: Place) {
  const wanted = readWanted(c.req.query());
  const found = register.cases
    .all()
    .filter((held) => isWanted(wanted, held.status, statusOf(register, held)?.closed ?? false))
    .toReversed();
  const { cases: page, ...numbers } = cutPage(found, wanted);
  const own = register.config.statuses.map(({ id, title }) => ({ value: id, text: title }));
  const cases = page.map((held) => listedOf(register, held));
  const lists = { title: "Register", place, states: [...commonStates, ...own], cases };
  return c.html(<ListPage {...lists} {...wanted} {...numbers} />);
}

function listedOf(register: Register, held: RegisterCase): ListedCase {
  const status = statusOf(register, held);
  return {
    href: `/register/${register.tenant}/cases/${held.id}`,
    title: held.id,
    reference: held.externalReference,
    status: status?.title ?? held.status,
    closed: status?.closed ?? false,
    createdAt: held.receivedAt,
    changedAt: held.changedAt,
  };
}

function statusOf({ config }: Register, { status }: RegisterCase) {
  return config.statuses.find(({ id }) => id === status);
}

function showCase(c: Context<CallEnv>, register: Register, place: Place, mistake?: Mistake) {
  const held = register.cases.find(c.req.param("id") ?? "");
  if (!held) return c.notFound();
  const { statuses } = register.config;
  const props = { place, held, statuses, listed: listedOf(register, held) };
  return c.html(<CasePage {...props} {...mistake} />, mistake ? 400 : 200);
}
