import type { DraftFinding, DraftStatus, Stage } from "@guildhall/contract";
import { Button, Input, Textarea } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { AfterEnd } from "../ending/ending-page.tsx";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { Entered, Was } from "../ground/part-fields.tsx";
import { OthersNearby } from "../nearby/nearby-page.tsx";
import { Does } from "../questions/asked.tsx";
import { anchorOf, processAddresses } from "./addresses.ts";
import { MissingStages } from "./missing-stages.tsx";
import { ProcessPicture } from "./process-picture.tsx";
import { StatusTable } from "./status-table.tsx";
import { StepLine, type StepsProps } from "./step-line.tsx";

export interface ProcessPageProps extends StepsProps {
  readonly statuses: readonly DraftStatus[];
  readonly findings: readonly DraftFinding[];
  /** What was typed, where the promise comes back. */
  readonly entered?: Entered;
  readonly faults?: Faults;
}

/** What happens to a form that is sent in: the steps, where it can stand, and who is told what. */
export function ProcessPage(props: ProcessPageProps) {
  const { frame, findings, faults = {} } = props;
  return (
    <DraftPage frame={frame} title="What happens" faults={faults}>
      <Found findings={findings} />
      <MissingStages frame={frame} statuses={props.statuses} />
      <p class="govuk-body">
        <a class="govuk-link" href="#picture">
          See what happens as a picture
        </a>
      </p>
      <Steps {...props} />
      <Stages {...props} />
      <Promised {...props} />
      <OthersNearby frame={frame} />
      <AfterEnd frame={frame} />
      <StatusTable {...props} />
      <ProcessPicture {...props} />
    </DraftPage>
  );
}

function Found({ findings }: Pick<ProcessPageProps, "findings">) {
  if (findings.length === 0) return null;
  return (
    <ul class="govuk-list console-findings">
      {findings.map(({ sentence, advice, at }) => (
        <li class={advice ? "console-advice" : "console-wrong"}>
          <strong>{advice ? "Advice:" : "To be put right:"}</strong>{" "}
          <a class="govuk-link" href={`#${anchorOf(partOf(at))}`}>
            {sentence}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The step or stage that a finding is about, or the part of the page. */
function partOf(at: string): string {
  const [, list = "", name] = at.split("/");
  const isItem = name !== undefined && (list === "steps" || list === "stages");
  return isItem ? `/${list}/${name}` : `/${list}`;
}

function Steps(props: ProcessPageProps) {
  const { frame } = props;
  const { steps = [] } = frame.draft.definition;
  const to = processAddresses(frame.here);
  return (
    <section class="console-page" id="steps" aria-labelledby="steps-title">
      <h2 class="govuk-heading-m" id="steps-title">
        Steps
      </h2>
      <p class="govuk-body">
        They begin in this order. A payment or a wait holds up those that come after it.
      </p>
      {steps.length === 0 ? (
        <p class="govuk-body">There are none yet: nothing happens to a form that is sent in.</p>
      ) : (
        <form method="post" action={to.act}>
          <Seen frame={frame} />
          <ol class="console-questions">
            {steps.map((step) => (
              <StepLine {...props} step={step} />
            ))}
          </ol>
        </form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={to.kinds}>
          Add a step
        </a>
      </p>
    </section>
  );
}

function Stages({ frame, statuses }: ProcessPageProps) {
  const { stages } = frame.draft.definition;
  const to = processAddresses(frame.here);
  return (
    <section class="console-page" id="stages" aria-labelledby="stages-title">
      <h2 class="govuk-heading-m" id="stages-title">
        Where a request can stand
      </h2>
      <p class="govuk-body">
        People read these when they follow their request. A new one stands at the first.
      </p>
      {stages.length > 0 && (
        <form method="post" action={to.act}>
          <Seen frame={frame} />
          <ol class="console-questions">
            {stages.map((stage, place) => (
              <StageLine
                stage={stage}
                to={to}
                place={place}
                last={stages.length - 1}
                leading={statuses.filter((status) => status.stage === stage.id)}
              />
            ))}
          </ol>
        </form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={to.newStage}>
          Add a stage
        </a>
      </p>
    </section>
  );
}

interface StageLineProps {
  readonly stage: Stage;
  readonly to: ReturnType<typeof processAddresses>;
  readonly place: number;
  readonly last: number;
  /** The statuses that lead there. */
  readonly leading: readonly DraftStatus[];
}

function StageLine({ stage, to, place, last, leading }: StageLineProps) {
  const at = `/stages/${stage.id}`;
  const names = [...new Set(leading.map(({ text, external }) => text ?? external))];
  return (
    <li id={anchorOf(at)}>
      <a class="govuk-link" href={to.stage(stage.id)}>
        {stage.title}
      </a>
      {stage.text && <span class="console-under">{stage.text}</span>}
      {names.length > 0 && (
        <span class="console-under">Statuses that lead here: {names.join(", ")}.</span>
      )}
      <p class="console-does">
        <Does does="up" at={at} about={stage.title} can={place > 0}>
          Move up
        </Does>
        <Does does="down" at={at} about={stage.title} can={place < last}>
          Move down
        </Does>
        <a class="govuk-link" href={to.remove(at)}>
          Remove <span class="govuk-visually-hidden">{stage.title}</span>
        </a>
      </p>
    </li>
  );
}

/** When there is a first answer, counted in working days. */
function Promised({ frame, entered = new Entered(), faults = {} }: ProcessPageProps) {
  const { target = {} } = frame.draft.definition;
  const days = target.firstResponseWorkingDays?.toString() ?? "";
  const text = target.text ?? "";
  return (
    <section class="console-page" id="target" aria-labelledby="target-title">
      <h2 class="govuk-heading-m" id="target-title">
        When there is a first answer
      </h2>
      <form method="post" action={processAddresses(frame.here).promise} novalidate>
        <Seen frame={frame} />
        <Was field="days" value={entered.was("days", days)} />
        <Input
          name="days"
          label="Working days to the first answer"
          hint="Staff see when it is due. Weekends and bank holidays are left out."
          classes="govuk-input--width-3"
          inputmode="numeric"
          value={entered.now("days", days)}
          errorMessage={faults.days}
        />
        <Was field="promise" value={entered.was("promise", text)} />
        <Textarea
          name="promise"
          label="What people are told of it"
          hint="Such as: “We will contact you within 3 working days.”"
          rows={2}
          value={entered.now("promise", text)}
          errorMessage={faults.promise}
        />
        <Button preventDoubleClick>Save the promise</Button>
      </form>
    </section>
  );
}
