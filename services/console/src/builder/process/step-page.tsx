import type { Connection, DraftCondition, Step, StepKind } from "@guildhall/contract";
import { Button } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { processAddresses } from "./addresses.ts";
import { StepFieldView } from "./step-field.tsx";

export interface StepPageProps {
  readonly frame: DraftFrame;
  readonly kind: StepKind;
  /** The step that is changed; left out for a new one. */
  readonly step?: Step | undefined;
  /** What stands in the fields, by their names. */
  readonly typed: ReadonlyMap<string, string>;
  readonly conditions: readonly DraftCondition[];
  readonly connectors: readonly Connection[];
  readonly faults?: Faults;
}

/** One step of any kind, with the fields that its kind asks for. */
export function StepPage(props: StepPageProps) {
  const { frame, kind, step, faults = {} } = props;
  const to = processAddresses(frame.here);
  const title = step ? kind.title : `Add a step: ${kind.title.toLowerCase()}`;
  return (
    <DraftPage
      frame={frame}
      title={title}
      way={[{ content: "What happens", href: to.list }]}
      faults={faults}
    >
      <p class="govuk-body">{kind.sentence}</p>
      <form method="post" action={step ? to.step(step.id) : to.newStep(kind.kind)} novalidate>
        <Seen frame={frame} />
        {kind.fields.map((field) => (
          <StepFieldView {...props} field={field} />
        ))}
        <div class="govuk-button-group">
          <Button preventDoubleClick>{step ? "Save" : "Add the step"}</Button>
          <a class="govuk-link" href={to.list}>
            Leave it
          </a>
        </div>
      </form>
    </DraftPage>
  );
}
