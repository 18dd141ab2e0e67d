import type { InformationRequest, Process, Question } from "@guildhall/contract";
import {
  BackLink,
  Button,
  Checkboxes,
  DateInput,
  Input,
  InsetText,
  Radios,
  Textarea,
} from "@guildhall/ui";
import { AskedSoFar } from "./asked-so-far.tsx";
import { anyFault, FaultSummary } from "./fault-summary.tsx";
import type { Faults, Frame } from "./frame.ts";
import { Column, OfficePage } from "./office-page.tsx";
import { wayBack } from "./way-back.ts";

/** What was typed into the form that asks for one more thing. */
export interface Typed {
  readonly questions: readonly string[];
  readonly ownQuestion: string;
  readonly files: boolean;
  readonly reason: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly ifUnanswered: "task" | "go-on";
}

export interface InformationPageProps extends Frame {
  readonly process: Process;
  /** The questions of the form that it was made with, in their order. */
  readonly questions: readonly Question[];
  readonly asked: readonly InformationRequest[];
  readonly typed: Typed;
  readonly faults: Faults;
  readonly once: string;
}

const title = "Ask for one more thing";

/** Ask whoever sent a request for exactly what is missing or wrong, and see what was asked and answered. */
export function InformationPage(props: InformationPageProps) {
  const { process, asked, faults } = props;
  const isOpen = asked.some(({ state }) => state === "open");
  return (
    <OfficePage
      {...props}
      title={title}
      faults={anyFault(faults)}
      current="deliveries"
      beforeContent={<BackLink href={wayBack(props, process.id)} />}
    >
      <FaultSummary faults={faults} />
      <Column>
        <span class="govuk-caption-l">
          {process.reference}: {process.serviceTitle}
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
      </Column>
      <AskedSoFar {...props} />
      <Column>
        <MayAsk {...props} isOpen={isOpen} />
      </Column>
    </OfficePage>
  );
}

function MayAsk(props: InformationPageProps & { isOpen: boolean }) {
  if (props.process.status !== "open")
    return <InsetText>This request has ended. Nothing more can be asked.</InsetText>;
  if (props.isOpen)
    return (
      <InsetText>
        The resident is asked for something already, and can still answer. Withdraw it to ask for
        something else.
      </InsetText>
    );
  return <AskForm {...props} />;
}

function AskForm(props: InformationPageProps) {
  const { office, process, questions, typed, faults, once } = props;
  return (
    <form method="post" action={office.at.askForMore(process.id)} novalidate>
      <input type="hidden" name="once" value={once} />
      <Checkboxes
        name="questions"
        idPrefix="questions"
        fieldset={{
          legend: {
            content: "Which answers are missing or wrong?",
            classes: "govuk-fieldset__legend--m",
          },
        }}
        classes="govuk-checkboxes--small"
        hint="They see what they answered before, and can put it right"
        items={questions.map(({ id, label }) => ({ value: id, content: label }))}
        values={[...typed.questions]}
        errorMessage={faults.questions}
      />
      <Input
        name="ownQuestion"
        label="A question in your own words (optional)"
        hint="For example, which floor does the noise come from?"
        value={typed.ownQuestion}
        errorMessage={faults.ownQuestion}
      />
      <Files typed={typed} />
      <Textarea
        name="reason"
        label="Why do you ask?"
        hint="They read this, in these words"
        value={typed.reason}
        errorMessage={faults.reason}
      />
      <LastDay {...props} />
      <Radios
        name="ifUnanswered"
        idPrefix="ifUnanswered"
        fieldset={{ legend: { content: "If they do not answer" } }}
        items={[
          { value: "task", content: "Make it a task for somebody to decide" },
          { value: "go-on", content: "Go on without it" },
        ]}
        value={typed.ifUnanswered}
      />
      <Button name="look" value="yes">
        See what they will read
      </Button>
    </form>
  );
}

function Files({ typed }: Pick<InformationPageProps, "typed">) {
  return (
    <Checkboxes
      name="files"
      idPrefix="files"
      fieldset={{ legend: { content: "Files", classes: "govuk-fieldset__legend--s" } }}
      items={[{ value: "yes", content: "Ask for photos or other files" }]}
      values={typed.files ? ["yes"] : []}
    />
  );
}

function LastDay({ typed, faults }: InformationPageProps) {
  const part = (name: "day" | "month" | "year", width: string) => ({
    name,
    id: `respondBy-${name}`,
    label: name.charAt(0).toUpperCase() + name.slice(1),
    classes: `govuk-input--width-${width}`,
    value: typed[name],
  });
  return (
    <DateInput
      id="respondBy"
      fieldset={{ legend: { content: "The last day to answer (optional)" } }}
      hint="Ten working days from now where you leave it blank"
      items={[part("day", "2"), part("month", "2"), part("year", "4")]}
      errorMessage={faults["respondBy-day"]}
    />
  );
}
