import { FactList } from "../../pages/fact-list.tsx";
import { Layout } from "../../pages/layout.tsx";
import type { ListedCase } from "../../pages/listing.ts";
import { ErrorSummary, Select, TextArea, type Wrong } from "../../pages/parts.tsx";
import type { Place } from "../../pages/place.ts";
import type { Posted } from "../../pages/posted.ts";
import type { RegisterCase } from "../cases.ts";
import type { RegisterConfig } from "../config.ts";

interface CasePageProps {
  readonly place: Place;
  readonly held: RegisterCase;
  readonly listed: ListedCase;
  readonly statuses: RegisterConfig["statuses"];
  readonly wrongs?: readonly Wrong[];
  readonly typed?: Posted;
}

const doors = { api: "JSON", soap: "SOAP", open311: "Open311" } as const;

/** One case: the document that it was made of, what was told of it, and what the officer can do. */
export function CasePage(props: CasePageProps) {
  const { place, held, listed, wrongs = [] } = props;
  return (
    <Layout title={`${wrongs.length > 0 ? "Error: " : ""}${listed.title}`} place={place}>
      <ErrorSummary wrongs={wrongs} />
      <p>
        <a href={`/register/${place.tenant}/`}>Register</a>
      </p>
      <h1>{listed.title}</h1>
      <p>
        <span class={listed.closed ? "tag closed" : "tag"}>{listed.status}</span>{" "}
        <span class="soft">The platform asks what became of it; nobody is told.</span>
      </p>
      <div class="columns">
        <div>
          <Facts held={held} />
          <Notes held={held} />
        </div>
        <div>
          <Actions {...props} />
        </div>
      </div>
    </Layout>
  );
}

function Facts({ held }: { held: RegisterCase }) {
  const files = held.files.map(({ name, bytes }) => `${name} (${bytes} bytes)`).join(", ");
  const rows = [
    ["Sender’s reference", held.externalReference],
    ["Came by", doors[held.door]],
    ["Document", held.document],
    ...(files === "" ? [] : [["Files", files] as const]),
    ...Object.entries(held.facts),
  ] as const;
  return <FactList facts={rows.map(([name = "", value = ""]) => ({ name, value }))} />;
}

function Notes({ held: { notes } }: { held: RegisterCase }) {
  if (notes.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      <ol class="trail">
        {notes.map(({ text, author }) => (
          <li>
            {text} <span class="soft">{author}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Actions({ held, listed, statuses, wrongs = [], typed = {} }: CasePageProps) {
  return (
    <section class="panel" aria-labelledby="actions">
      <h2 id="actions">Work the case</h2>
      <form method="post" action={`${listed.href}/status`}>
        <Select
          id="status"
          name="status"
          label="Status"
          choices={statuses.map(({ id, title }) => ({ value: id, text: title }))}
          chosen={typed.status ?? held.status}
          wrongs={wrongs}
        />
        <button type="submit">Change the status</button>
      </form>
      <form method="post" action={`${listed.href}/note`}>
        <TextArea id="text" name="text" label="Note" typed={typed.text} wrongs={wrongs} />
        <label>
          <input type="checkbox" name="visible" value="yes" /> The citizen may see it
        </label>
        <button type="submit">Add the note</button>
      </form>
    </section>
  );
}
