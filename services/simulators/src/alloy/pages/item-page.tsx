import { FactList, type ShownFact } from "../../pages/fact-list.tsx";
import { Layout } from "../../pages/layout.tsx";
import { type Choice, ErrorSummary, Moment, type Wrong } from "../../pages/parts.tsx";
import type { Place } from "../../pages/place.ts";
import type { Posted } from "../../pages/posted.ts";
import type { LogEntry } from "../item.ts";
import type { Fact, ItemView } from "../view.ts";
import { Actions } from "./actions.tsx";
import { Documents } from "./documents.tsx";
import { Notices } from "./notices.tsx";

interface ItemPageProps {
  readonly place: Place;
  readonly view: ItemView;
  readonly wrongs?: readonly Wrong[];
  readonly typed?: Posted;
}

/** One work item: what came in, what the officer can do, and what the platform was told. */
export function ItemPage({ place, view, wrongs = [], typed = {} }: ItemPageProps) {
  const address = `/alloy/${place.tenant}/items/${view.id}`;
  return (
    <Layout title={`${wrongs.length > 0 ? "Error: " : ""}${view.title}`} place={place}>
      <ErrorSummary wrongs={wrongs} />
      <p>
        <a href={`/alloy/${place.tenant}/`}>Work items</a>
      </p>
      <h1>{view.title}</h1>
      <p>
        <span class={view.closed ? "tag closed" : "tag"}>{view.status}</span> {view.reference}{" "}
        <span class="soft">
          · {view.collection} · item {view.id}
        </span>
      </p>
      <div class="columns">
        <div>
          <FactList facts={shown(view.facts, address)} />
          <Documents listing={view.listing} address={address} />
          <Notices notices={view.notices} address={address} />
          <Log log={view.log} />
        </div>
        <Actions view={view} address={address} wrongs={wrongs} typed={typed} />
      </div>
    </Layout>
  );
}

function shown(facts: readonly Fact[], address: string): ShownFact[] {
  return facts.map(({ name, text, files }) => ({
    name,
    value: files ? <FileLinks files={files} address={address} /> : text,
  }));
}

function FileLinks({ files, address }: { files: readonly Choice[]; address: string }) {
  return (
    <ul class="plain">
      {files.map(({ value, text }) => (
        <li>
          <a href={`${address}/files/${value}`}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

function Log({ log }: { log: readonly LogEntry[] }) {
  return (
    <section class="panel" aria-labelledby="log">
      <h2 id="log">Item log</h2>
      <ol class="trail">
        {log.toReversed().map(({ action, date, username }) => (
          <li>
            {action} by {username}, <Moment at={date} />
          </li>
        ))}
      </ol>
    </section>
  );
}
