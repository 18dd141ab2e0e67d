import type { Edit } from "@guildhall/contract";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "./draft-frame.ts";
import { DraftPage } from "./draft-page.tsx";
import { WhatYouEntered } from "./what-you-entered.tsx";

export interface NotSavedPageProps {
  readonly frame: DraftFrame;
  readonly faults: Faults;
  readonly edits: readonly Edit[];
  readonly next: string;
}

/** What somebody chose over another's could not be saved: why, what it was, and the way back to its page. */
export function NotSavedPage({ frame, faults, edits, next }: NotSavedPageProps) {
  return (
    <DraftPage frame={frame} title="This is not saved" faults={faults}>
      <WhatYouEntered edits={edits} />
      <p class="govuk-body">
        <a class="govuk-link" href={next}>
          Go back to the page, and enter it another way
        </a>
      </p>
    </DraftPage>
  );
}
