import { Hono } from "hono";
import type { CallEnv } from "../misbehave.ts";
import { ListPage } from "../pages/list-page.tsx";
import { commonStates, cutPage, readWanted } from "../pages/listing.ts";
import type { Place } from "../pages/place.ts";
import type { Notify } from "./notify.ts";
import { LetterPage } from "./pages/letter-page.tsx";

/** The pages on which letters, texts and e-mails are read as they would arrive. */
export function notifyOfficer(notify: Notify, place: () => Place): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.get("/", (c) => {
    const wanted = readWanted({ state: "all", ...c.req.query() });
    const { cases: page, ...numbers } = cutPage(notify.letters(), wanted);
    const cases = page.map(({ id, type, heading, text, address, createdAt }) => ({
      href: `/notify/${notify.tenant}/letters/${id}`,
      title: type === "sms" ? text.slice(0, 60) : heading,
      reference: address[0] ?? "",
      status: type,
      closed: true,
      createdAt,
      changedAt: createdAt,
    }));
    const lists = {
      title: "Letters, texts and e-mails",
      place: place(),
      states: commonStates,
      cases,
    };
    return c.html(<ListPage {...lists} {...wanted} {...numbers} />);
  });
  app.get("/letters/:id", (c) => {
    const letter = notify.find(c.req.param("id"));
    if (!letter) return c.notFound();
    return c.html(<LetterPage place={place()} letter={letter} />);
  });
  return app;
}
