import type { Edit } from "@guildhall/contract";
import type { Conflict } from "@guildhall/sdk";
import { Button, sayTime, WarningText } from "@guildhall/ui";
import { type DraftFrame, seenNow } from "./draft-frame.ts";
import { DraftPage, Seen } from "./draft-page.tsx";
import { editsApart } from "./edits-apart.ts";
import { WhatYouEntered } from "./what-you-entered.tsx";

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
  const apart = editsApart(edits, conflicts);
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
      <WhatYouEntered edits={edits} />
      <form method="post" action={frame.here.edits}>
        <Seen frame={seenNow(frame)} />
        <input type="hidden" name="next" value={next.replace(/#.*/, "")} />
        <div class="govuk-button-group">
          <Button name="edits" value={JSON.stringify(edits)}>
            Put mine in its place
          </Button>
          {apart.length > 0 && (
            <Button classes="govuk-button--secondary" name="edits" value={JSON.stringify(apart)}>
              Leave theirs, and save the rest of mine
            </Button>
          )}
          <a class="govuk-link" href={next}>
            {apart.length > 0 ? "Save nothing of mine" : "Leave theirs"}
          </a>
        </div>
      </form>
    </DraftPage>
  );
}
