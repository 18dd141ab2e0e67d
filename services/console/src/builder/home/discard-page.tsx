import { Button, sayTime, WarningText } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";

/** Ask again before a draft is thrown away. */
export function DiscardPage({ frame, faults }: { frame: DraftFrame; faults: Faults }) {
  const { draft, here } = frame;
  const isNew = draft.basedOn === undefined;
  return (
    <DraftPage frame={frame} title="Throw the draft away?" faults={faults}>
      <WarningText>
        {isNew
          ? "The service was never published, so nothing of it is left. This cannot be undone."
          : "All that was changed since the live version is gone. This cannot be undone."}
      </WarningText>
      <p class="govuk-body">
        {draft.changedBy} changed it last, {sayTime(draft.changedAt)}.
      </p>
      <form method="post" action={here.discard}>
        <Seen frame={frame} />
        <div class="govuk-button-group">
          <Button id="confirm" classes="govuk-button--warning" preventDoubleClick>
            Throw it away
          </Button>
          <a class="govuk-link" href={here.home}>
            Cancel
          </a>
        </div>
      </form>
    </DraftPage>
  );
}
