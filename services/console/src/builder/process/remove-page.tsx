import type { PartUses } from "@guildhall/contract";
import { Button } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { Uses } from "../conditions/uses.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { processAddresses } from "./addresses.ts";

interface RemovePageProps {
  readonly frame: DraftFrame;
  readonly at: string;
  readonly title: string;
  readonly uses: PartUses;
  /** Why it cannot go. */
  readonly faults?: Faults;
}

/** Ask once more before a step or stage goes, and say what still speaks of it. */
export function RemovePage({ frame, at, title, uses, faults = {} }: RemovePageProps) {
  const to = processAddresses(frame.here);
  const noun = at.startsWith("/stages/") ? "stage" : "step";
  return (
    <DraftPage
      frame={frame}
      title={`Remove a ${noun}`}
      way={[{ content: "What happens", href: to.list }]}
      faults={faults}
    >
      <p class="govuk-body">
        “{title}” goes from the draft. Requests that are under way go on as they began.
      </p>
      {uses.uses.length > 0 && <Uses frame={frame} uses={uses.uses} />}
      <form method="post" action={to.remove(at)}>
        <Seen frame={frame} />
        <div class="govuk-button-group">
          <Button classes="govuk-button--warning" preventDoubleClick>
            Remove it
          </Button>
          <a class="govuk-link" href={to.list}>
            Keep it
          </a>
        </div>
      </form>
    </DraftPage>
  );
}
