import type { Edit } from "@guildhall/contract";
import type { Conflict } from "@guildhall/sdk";
import { Button, SummaryList, sayTime, WarningText } from "@guildhall/ui";
import type { DraftFrame } from "./draft-frame.ts";
import { DraftPage, Seen } from "./draft-page.tsx";

/** Two people have changed the same: what the other did, what was just sent, and which of the two is to stand. */
export function ConflictPage({
  frame,
  conflicts,
  edits,
  next,
}: {
  frame: DraftFrame;
  conflicts: readonly Conflict[];
  edits: readonly Edit[];
  next: string;
}) {
  const title = "Somebody else has changed this too";
  return (
    <DraftPage frame={frame} title={title}>
      <WarningText>Nothing of yours is saved yet, and nothing of theirs is lost.</WarningText>
      <h2 class="govuk-heading-m">What they did</h2>
      <ul class="govuk-list govuk-list--bullet">
        {conflicts.map(({ sentence, by, changedAt }) => (
          <li>
            {sentence} ({by}, {sayTime(changedAt)})
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">What you entered</h2>
      <SummaryList rows={edits.flatMap(rowOf)} />
      <form method="post" action={frame.here.edits}>
        <Seen frame={frame} />
        <input type="hidden" name="edits" value={JSON.stringify(edits)} />
        <input type="hidden" name="next" value={next.replace(/#.*/, "")} />
        <div class="govuk-button-group">
          <Button>Put mine in its place</Button>
          <a class="govuk-link" href={next}>
            Leave theirs
          </a>
        </div>
      </form>
    </DraftPage>
  );
}

function rowOf(edit: Edit) {
  const at = edit.act === "add" || edit.act === "insert" ? edit.to : edit.at;
  const said =
    "to" in edit && edit.act === "set" ? edit.to : "item" in edit ? edit.item : undefined;
  const text = typeof said === "string" ? said : said === undefined ? "" : JSON.stringify(said);
  return text === "" ? [] : [{ key: at.split("/").slice(-2).join(" "), value: text }];
}
