import type { DraftCondition } from "@guildhall/contract";
import { Button, WarningText } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { conditionAddresses } from "./addresses.ts";
import { way } from "./conditions-page.tsx";
import { Uses } from "./uses.tsx";

/** Remove a condition that nothing goes by; one that is used says by what, and stays. */
export function RemoveConditionPage({
  frame,
  condition,
  faults = {},
}: {
  frame: DraftFrame;
  condition: DraftCondition;
  faults?: Faults;
}) {
  const to = conditionAddresses(frame.here);
  const crumbs = way(frame, { content: "Conditions", href: to.list });
  if (condition.uses.length > 0)
    return (
      <DraftPage frame={frame} title="This condition is used" way={crumbs}>
        <WarningText>
          “{condition.name}” cannot be removed while something goes by it. Choose another condition
          there first.
        </WarningText>
        <Uses frame={frame} uses={condition.uses} />
      </DraftPage>
    );
  return (
    <DraftPage frame={frame} title="Remove a condition" way={crumbs} faults={faults}>
      <p class="govuk-body">
        Nothing goes by “{condition.name}”. It holds if {condition.sentence}.
      </p>
      <form method="post" action={to.remove(condition.id)}>
        <Seen frame={frame} />
        <div class="govuk-button-group">
          <Button classes="govuk-button--warning">Remove it</Button>
          <a class="govuk-link" href={to.list}>
            Keep it
          </a>
        </div>
      </form>
    </DraftPage>
  );
}
