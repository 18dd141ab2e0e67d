import type { DraftCondition } from "@guildhall/contract";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage } from "../ground/draft-page.tsx";
import { conditionAddresses } from "./addresses.ts";
import { Uses } from "./uses.tsx";

/** The named conditions of a service, each as a sentence and with what goes by it. */
export function ConditionsPage({
  frame,
  conditions,
}: {
  frame: DraftFrame;
  conditions: readonly DraftCondition[];
}) {
  const to = conditionAddresses(frame.here);
  return (
    <DraftPage frame={frame} title="Conditions" way={way(frame)}>
      <p class="govuk-body">
        A condition says for whom a page or question is. Give it a name once and use it wherever it
        is needed: change it, and it is changed everywhere.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={to.add()}>
          Make a new condition
        </a>
      </p>
      {conditions.length === 0 && (
        <p class="govuk-body">There are none yet: everybody is asked everything.</p>
      )}
      {conditions.map((condition) => (
        <section class="console-page">
          <h2 class="govuk-heading-m">
            <a class="govuk-link" href={to.edit(condition.id)}>
              {condition.name}
            </a>
          </h2>
          <p class="govuk-body">It holds if {condition.sentence}.</p>
          <Uses frame={frame} uses={condition.uses} />
          <p class="govuk-body">
            <a class="govuk-link" href={to.remove(condition.id)}>
              Remove <span class="govuk-visually-hidden">{condition.name}</span>
            </a>
          </p>
        </section>
      ))}
    </DraftPage>
  );
}

/** The pages above a condition’s. */
export function way(frame: DraftFrame, ...more: { content: string; href: string }[]) {
  return [{ content: "Questions", href: frame.here.questions }, ...more];
}
