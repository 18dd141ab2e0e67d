import type { DraftCondition, DraftConditions } from "@guildhall/contract";
import { Button, Input, InsetText, Radios } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { EnterButton } from "../ground/enter-button.tsx";
import { conditionAddresses } from "./addresses.ts";
import { ConditionRow } from "./condition-row.tsx";
import { way } from "./conditions-page.tsx";
import type { TypedCondition } from "./rows.ts";
import { Uses } from "./uses.tsx";

export interface ConditionPageProps {
  readonly frame: DraftFrame;
  readonly known: DraftConditions;
  /** The condition to change; left out where it is new. */
  readonly condition?: DraftCondition | undefined;
  readonly typed: TypedCondition;
  /** What it says so far, as far as it can be read. */
  readonly sentence?: string | undefined;
  /** The page or question that is asked under it, once it is made. */
  readonly target?: { readonly at: string; readonly title: string } | undefined;
  readonly faults?: Faults;
}

/** Put a condition together from drop-downs, row by row, and read it back. */
export function ConditionPage(props: ConditionPageProps) {
  const { frame, condition, typed, sentence, target, faults = {} } = props;
  const to = conditionAddresses(frame.here);
  const title = condition ? "Change a condition" : "Make a condition";
  const action = condition ? to.edit(condition.id) : to.add(target?.at);
  const crumbs = way(frame, { content: "Conditions", href: to.list });
  return (
    <DraftPage frame={frame} title={title} way={crumbs} faults={faults}>
      {condition && <Uses frame={frame} uses={condition.uses} />}
      {target && <p class="govuk-body">“{target.title}” is asked only while it holds.</p>}
      <form method="post" action={action} novalidate>
        <Seen frame={frame} />
        <EnterButton />
        <input type="hidden" name="rows" value={String(typed.rows.length)} />
        {typed.rows.length > 1 && <Join join={typed.join} />}
        {typed.rows.length === 1 && typed.join === "none" && (
          <input type="hidden" name="join" value="none" />
        )}
        {typed.rows.map((row, at) => (
          <ConditionRow row={row} at={at} known={props.known} own={condition?.id} faults={faults} />
        ))}
        <div class="govuk-button-group">
          <Button classes="govuk-button--secondary" name="do" value="show">
            Show the choices
          </Button>
          <Button classes="govuk-button--secondary" name="do" value="add">
            Add a row
          </Button>
        </div>
        {sentence && <InsetText>It holds if {sentence}.</InsetText>}
        <Input
          name="name"
          label={{ content: "Name of the condition (optional)", classes: "govuk-label--s" }}
          hint="Leave it empty, and it is called by what it says."
          value={typed.name}
          errorMessage={faults.name}
        />
        <div class="govuk-button-group">
          <Button>Save</Button>
          <a class="govuk-link" href={to.list}>
            Back to all conditions
          </a>
        </div>
      </form>
    </DraftPage>
  );
}

function Join({ join }: Pick<TypedCondition, "join">) {
  return (
    <Radios
      name="join"
      classes="govuk-radios--inline govuk-radios--small"
      fieldset={{ legend: "It holds if" }}
      value={join}
      items={[
        { value: "all", content: "all of the rows hold" },
        { value: "any", content: "any of the rows holds" },
        { value: "none", content: "none of the rows holds" },
      ]}
    />
  );
}
