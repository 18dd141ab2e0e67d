import { type Context, Hono } from "hono";
import { csrf } from "hono/csrf";
import type { CallEnv } from "../misbehave.ts";
import { ListPage } from "../pages/list-page.tsx";
import type { ListedCase } from "../pages/listing.ts";
import { commonStates, cutPage, isWanted, readWanted } from "../pages/listing.ts";
import type { Place } from "../pages/place.ts";
import { type Mistake, type Posted, readPosted } from "../pages/posted.ts";
import { SubmissionPage } from "./pages/submission-page.tsx";
import { factsOf } from "./report-facts.ts";
import { changedAt, codes, isFinished, receivedAt, State, type Submission } from "./submission.ts";
import type { ValuationOffice } from "./valuation-office.ts";

/** The pages on which a valuation officer works one authority's submissions. Nobody is told: it is polled. */
export function valuationOfficer(office: ValuationOffice, place: () => Place): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.get("/", (c) => showList(c, office, place()));
  app.get("/cases/:reference", (c) => showSubmission(c, office, place()));
  addActions(app, office, place);
  return app;
}

function showList(c: Context<CallEnv>, office: ValuationOffice, place: Place) {
  const wanted = readWanted(c.req.query());
  const found = office.submissions
    .all()
    .filter((held) => isWanted(wanted, held.state, isFinished(held)))
    .toReversed();
  const { cases: page, ...numbers } = cutPage(found, wanted);
  const states = [
    ...commonStates,
    ...State.options.map((state) => ({ value: state, text: state })),
  ];
  const cases = page.map((held) => listedOf(office, held));
  const lists = { title: "Submissions", place, states, cases };
  return c.html(<ListPage {...lists} {...wanted} {...numbers} />);
}

function listedOf({ tenant }: ValuationOffice, held: Submission): ListedCase {
  const { reason, description, transaction } = factsOf(held.xml);
  return {
    href: `/valuebill/${tenant}/cases/${held.reference}`,
    title: [reason, description].filter(Boolean).join(" ") || "A file without a reason",
    reference: [transaction, held.reference].filter(Boolean).join(" · "),
    status: held.state,
    closed: isFinished(held),
    createdAt: receivedAt(held),
    changedAt: changedAt(held),
  };
}

function showSubmission(
  c: Context<CallEnv>,
  office: ValuationOffice,
  place: Place,
  mistake?: Mistake,
) {
  const held = office.submissions.find(c.req.param("reference") ?? "");
  if (!held) return c.notFound();
  const listed = listedOf(office, held);
  const page = <SubmissionPage place={place} held={held} listed={listed} {...mistake} />;
  return c.html(page, mistake ? 400 : 200);
}

type Act = (reference: string, posted: Posted) => Mistake["wrongs"];

function addActions(app: Hono<CallEnv>, office: ValuationOffice, place: () => Place): void {
  const { submissions } = office;
  const action = (name: string, act: Act) =>
    app.post(`/cases/:reference/${name}`, csrf(), async (c) => {
      const held = submissions.find(c.req.param("reference"));
      if (!held) return c.notFound();
      const typed = await readPosted(c);
      const wrongs = act(held.reference, typed);
      if (wrongs.length > 0) return showSubmission(c, office, place(), { wrongs, typed });
      return c.redirect(listedOf(office, held).href, 303);
    });
  const to = (state: State): Act => {
    return (reference) => {
      submissions.move(reference, state);
      return [];
    };
  };
  action("accept", to("Submitted"));
  action("done", to("Done"));
  action("cancel", to("Cancelled"));
  action("reject", (reference, { code = "" }) => {
    const words = Object.hasOwn(codes, code) ? codes[code] : undefined;
    if (words === undefined) return [{ field: "code", text: "Choose what is wrong" }];
    submissions.move(reference, "Failed", [{ code, sentence: `${words}.` }]);
    return [];
  });
}
