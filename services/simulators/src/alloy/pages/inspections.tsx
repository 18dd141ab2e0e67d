import { Moment, TextArea, type Wrong } from "../../pages/parts.tsx";
import type { Posted } from "../../pages/posted.ts";
import type { InspectionView, ItemView } from "../view.ts";

interface InspectionsProps {
  readonly view: ItemView;
  readonly wrongs: readonly Wrong[];
  readonly typed: Posted;
}

/** The inspections that a case links to, each an item of its own. */
export function Inspections({ view, wrongs, typed }: InspectionsProps) {
  if (view.inspections.length === 0) return null;
  const [open] = view.inspections.filter(({ result }) => result === "");
  return (
    <section class="panel" aria-labelledby="inspections">
      <h2 id="inspections">Inspections</h2>
      <p class="soft">
        Items of their own, linked to this case. What is written there leaves the case as it is.
      </p>
      <ol class="trail">
        {view.inspections.toReversed().map((inspection) => (
          <Inspection inspection={inspection} />
        ))}
      </ol>
      {open ? (
        <form method="post" action={`${view.href}/inspections/${open.id}`}>
          <TextArea
            id="result"
            name="result"
            label={`Result of the inspection by ${open.officer}`}
            typed={typed.result}
            wrongs={wrongs}
          />
          <button type="submit">Record the result</button>
        </form>
      ) : null}
    </section>
  );
}

function Inspection({ inspection }: { inspection: InspectionView }) {
  const { id, plannedFor, officer, result } = inspection;
  return (
    <li>
      <h3>
        <Moment at={plannedFor} />, {officer}
      </h3>
      <p class="soft">Item {id}</p>
      {result ? <p class="quote">{result}</p> : <p>No result yet.</p>}
    </li>
  );
}
