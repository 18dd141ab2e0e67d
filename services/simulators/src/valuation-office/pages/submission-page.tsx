import { FactList } from "../../pages/fact-list.tsx";
import { Layout } from "../../pages/layout.tsx";
import type { ListedCase } from "../../pages/listing.ts";
import { ErrorSummary, Moment, Select, type Wrong } from "../../pages/parts.tsx";
import type { Place } from "../../pages/place.ts";
import type { Posted } from "../../pages/posted.ts";
import { factsOf } from "../report-facts.ts";
import { codes, type Submission } from "../submission.ts";
import { XmlView } from "./xml-view.tsx";

interface SubmissionPageProps {
  readonly place: Place;
  readonly held: Submission;
  readonly listed: ListedCase;
  readonly wrongs?: readonly Wrong[];
  readonly typed?: Posted;
}

/** One submission: what is wrong with it, the file itself, and what the officer can do. */
export function SubmissionPage(props: SubmissionPageProps) {
  const { place, held, listed, wrongs = [] } = props;
  return (
    <Layout title={`${wrongs.length > 0 ? "Error: " : ""}${listed.title}`} place={place}>
      <ErrorSummary wrongs={wrongs} />
      <p>
        <a href={`/valuebill/${place.tenant}/`}>Submissions</a>
      </p>
      <h1>{listed.title}</h1>
      <p>
        <span class={`tag ${listed.closed ? "closed" : toneOf(held)}`}>{held.state}</span>{" "}
        <span class="soft">The platform asks what became of it; nobody is told.</span>
      </p>
      <div class="columns">
        <div>
          <Facts held={held} />
          <Findings held={held} />
        </div>
        <div>
          <Actions {...props} />
          <Events held={held} />
        </div>
      </div>
      <XmlView xml={held.xml} findings={held.findings} />
    </Layout>
  );
}

function toneOf({ state }: Submission): string {
  if (state === "Failed" || state === "Unknown") return "bad";
  return state === "Pending" ? "wait" : "good";
}

function Facts({ held }: { held: Submission }) {
  const { transaction, address, reports } = factsOf(held.xml);
  const rows = [
    ["Sender’s reference", held.reference],
    ["Transaction", transaction],
    ["First address", address],
    ["Reports in the file", String(reports)],
  ] as const;
  return <FactList facts={rows.map(([name, value]) => ({ name, value }))} />;
}

function Findings({ held: { findings } }: { held: Submission }) {
  if (findings.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="findings">
      <h2 id="findings">What is wrong</h2>
      <ol class="plain">
        {findings.map(({ code, sentence, position }) => (
          <li>
            <strong>{code}</strong> {sentence}{" "}
            {position === undefined ? null : <a href={`#at-${position}`}>See it in the file</a>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Actions({ listed, wrongs = [], typed = {} }: SubmissionPageProps) {
  if (listed.closed) return null;
  const choices = Object.entries(codes).map(([value, text]) => ({
    value,
    text: `${value} ${text}`,
  }));
  return (
    <section class="panel" aria-labelledby="actions">
      <h2 id="actions">Decide</h2>
      <Action address={listed.href} name="accept" text="Accept: a valuer takes it up" />
      <Action address={listed.href} name="done" text="Done: the lists are up to date" />
      <Action address={listed.href} name="cancel" text="Cancel: it was taken back" />
      <form method="post" action={`${listed.href}/reject`}>
        <Select
          id="code"
          name="code"
          label="What is wrong"
          none="Choose a code"
          choices={choices}
          chosen={typed.code}
          wrongs={wrongs}
        />
        <button type="submit">Reject</button>
      </form>
    </section>
  );
}

function Action({ address, name, text }: { address: string; name: string; text: string }) {
  return (
    <form method="post" action={`${address}/${name}`}>
      <button type="submit">{text}</button>
    </form>
  );
}

function Events({ held: { events } }: { held: Submission }) {
  return (
    <section class="panel" aria-labelledby="events">
      <h2 id="events">What happened</h2>
      <ol class="trail">
        {events.map(({ state, at }) => (
          <li>
            <strong>{state}</strong> <Moment at={at} />
          </li>
        ))}
      </ol>
    </section>
  );
}
