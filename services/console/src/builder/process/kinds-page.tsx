import type { StepKind } from "@guildhall/contract";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage } from "../ground/draft-page.tsx";
import { processAddresses } from "./addresses.ts";

/** What a step can be: every kind that there is. */
export function KindsPage({ frame, kinds }: { frame: DraftFrame; kinds: readonly StepKind[] }) {
  const to = processAddresses(frame.here);
  return (
    <DraftPage frame={frame} title="Add a step" way={[{ content: "What happens", href: to.list }]}>
      <ul class="govuk-list">
        {kinds.map(({ kind, title, sentence }) => (
          <li class="govuk-!-margin-bottom-4">
            <a class="govuk-link govuk-!-font-weight-bold" href={to.newStep(kind)}>
              {title}
            </a>
            <span class="console-under">{sentence}</span>
          </li>
        ))}
      </ul>
    </DraftPage>
  );
}
