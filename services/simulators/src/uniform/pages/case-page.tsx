import { FactList } from "../../pages/fact-list.tsx";
import { Layout } from "../../pages/layout.tsx";
import type { ListedCase } from "../../pages/list-page.tsx";
import { ErrorSummary, Select, TextArea, type Wrong } from "../../pages/parts.tsx";
import type { Place } from "../../pages/place.ts";
import type { Posted } from "../../pages/posted.ts";
import type { Case, Visit } from "../case.ts";
import { type Code, textOf, type UniformConfig } from "../config.ts";

interface CasePageProps {
  readonly place: Place;
  readonly config: UniformConfig;
  readonly held: Case;
  readonly listed: ListedCase;
  readonly wrongs?: readonly Wrong[];
  readonly typed?: Posted;
}

/** One service request: what came in, its visits, and what the officer can do. */
export function CasePage(props: CasePageProps) {
  const { place, held, listed, wrongs = [] } = props;
  const title = `${held.reference} ${listed.title}`;
  return (
    <Layout title={`${wrongs.length > 0 ? "Error: " : ""}${title}`} place={place}>
      <ErrorSummary wrongs={wrongs} />
      <p>
        <a href={`/uniform/${place.tenant}/`}>Service requests</a>
      </p>
      <h1>{title}</h1>
      <p>
        <span class={listed.closed ? "tag closed" : "tag"}>{listed.status}</span>{" "}
        <span class="soft">Uniform is asked for changes; it tells nobody by itself.</span>
      </p>
      <div class="columns">
        <div>
          <Facts {...props} />
          <Visits visits={held.visits} />
        </div>
        <Actions {...props} />
      </div>
    </Layout>
  );
}

function Facts({ held, config }: CasePageProps) {
  const { site, customers, alternatives, xtra } = held;
  const rows = [
    ["Complaint type", `${held.complaintType} ${textOf(config, "SRRECTYPE", held.complaintType)}`],
    ["Other references", alternatives.map(({ type, value }) => `${type} ${value}`).join("\n")],
    ["Received", `${held.timeReceived.replace("T", " ")} (UK time)`],
    ["How received", textOf(config, "SRRECHOW", held.how)],
    ["Nature of complaint", held.nature],
    ["UPRN", site.uprn ?? ""],
    ["Map reference", [site.east, site.north].filter(Boolean).join(", ")],
    ...customers.map((customer) => ["Customer", describe(config, customer)] as const),
    ...xtra.map(({ type, value }) => [type, type === "GRANT" ? "Held, not shown" : value] as const),
    ["Closing action", textOf(config, "SRCLOSEACT", held.closingAction ?? "")],
    ["Technical key", held.technicalKey],
  ] as const;
  const known = rows.filter(([, value]) => value !== "");
  return <FactList facts={known.map(([name, value]) => ({ name, value }))} />;
}

function describe(config: UniformConfig, customer: Case["customers"][number]): string {
  const kind = textOf(config, "SRCUSTTYPE", customer.type);
  const contacts = customer.contacts.map(({ type, value }) => `${type}: ${value}`);
  return [customer.fullName, kind, ...contacts].filter(Boolean).join("\n");
}

function Visits({ visits }: { visits: readonly Visit[] }) {
  return (
    <section class="panel" aria-labelledby="visits">
      <h2 id="visits">Visits and comments</h2>
      {visits.length === 0 ? <p>None yet.</p> : null}
      <ol class="trail">
        {visits.toReversed().map(({ reference, type, officer, scheduled, comments, actions }) => (
          <li>
            <h3>
              {reference} · {type} by {officer}
            </h3>
            <p class="soft">{scheduled.replace("T", " ")} (UK time)</p>
            <p class="quote">{comments}</p>
            {actions.map(({ code, due }) => (
              <p>
                Action {code}, due {due.replace("T", " ")}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Actions({ listed, held, config, wrongs = [], typed = {} }: CasePageProps) {
  const statuses = codes(config.lists.SRSTATUS).filter(
    ({ value }) => value !== config.closedStatus,
  );
  const closings = codes(config.lists.SRCLOSEACT);
  const address = listed.href;
  return (
    <div>
      <form class="panel" method="post" action={`${address}/status`} aria-labelledby="change">
        <h2 id="change">{listed.closed ? "Reopen" : "Change status"}</h2>
        <Select
          id="status"
          name="status"
          label="New status"
          choices={statuses}
          chosen={typed.status ?? held.status}
          wrongs={wrongs}
        />
        <button type="submit">Change status</button>
      </form>
      <form class="panel" method="post" action={`${address}/visits`} aria-labelledby="visit">
        <h2 id="visit">Add a visit or comment</h2>
        <TextArea
          id="comments"
          name="comments"
          label="Comments"
          typed={typed.comments}
          wrongs={wrongs}
        />
        <button type="submit">Add</button>
      </form>
      {listed.closed ? null : (
        <form class="panel" method="post" action={`${address}/close`} aria-labelledby="close">
          <h2 id="close">Close</h2>
          <Select
            id="action"
            name="action"
            label="Closing action"
            none="Choose an action"
            choices={closings}
            wrongs={wrongs}
          />
          <button type="submit">Close the request</button>
        </form>
      )}
    </div>
  );
}

function codes(list: readonly Code[] = []) {
  return list.map(({ code, text }) => ({ value: code, text: `${code} ${text}` }));
}
