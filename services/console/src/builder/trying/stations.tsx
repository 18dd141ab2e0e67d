import type { DryRun, DryRunStep } from "@guildhall/contract";
import { readBack } from "@guildhall/forms";
import { Details, Paragraphs, SummaryList, Tag } from "@guildhall/ui";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { formOfDraft } from "./entered.ts";
import { formatted } from "./formatted.ts";
import { messageTitle, stationTitle } from "./words.ts";

interface StationsProps {
  readonly frame: DraftFrame;
  readonly run: DryRun;
}

/** The stations of a try in order, each with what was said there. */
export function Stations({ frame, run }: StationsProps) {
  return (
    <ol class="console-stations">
      {run.steps.map((step) => (
        <li>
          <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
            {stationTitle(step.step)} <State state={step.state} />
          </h2>
          <p class="govuk-body govuk-!-margin-bottom-1">{step.sentence}</p>
          {step.faults && (
            <ul class="govuk-list govuk-list--bullet">
              {step.faults.map((fault) => (
                <li>{fault}</li>
              ))}
            </ul>
          )}
          <Said frame={frame} run={run} step={step} />
        </li>
      ))}
    </ol>
  );
}

function State({ state }: Pick<DryRunStep, "state">) {
  switch (state) {
    case "passed":
      return <Tag classes="govuk-tag--green">Done</Tag>;
    case "failed":
      return <Tag classes="govuk-tag--red">Not done</Tag>;
    case "skipped":
      return <Tag classes="govuk-tag--grey">Left out</Tag>;
    case "waiting":
      return <Tag classes="govuk-tag--yellow">Time was up</Tag>;
  }
}

function Said({ frame, run, step }: StationsProps & { step: DryRunStep }) {
  switch (step.step) {
    case "form":
      return <Entered frame={frame} run={run} />;
    case "document":
      return <Documents run={run} connector={step.connector} />;
    case "messages":
      return <Messages run={run} />;
    case "completion":
      return <Stages run={run} />;
    default:
      return null;
  }
}

function Entered({ frame, run }: StationsProps) {
  const form = formOfDraft(frame.draft);
  if (!run.answers || !form) return null;
  const rows = readBack(form, run.answers)
    .flatMap((page) => page.rows)
    .filter(({ text }) => text.length > 0)
    .map(({ question, text }) => ({ key: question.label, value: text.join(", ") }));
  return (
    <Details summary="What was filled in">
      <SummaryList rows={rows} />
    </Details>
  );
}

function Documents({ run, connector }: { run: DryRun; connector: string | undefined }) {
  return (
    <>
      {run.documents
        .filter((document) => document.connector === connector)
        .map(({ mapping, format, text }) => (
          <Details summary={`The document “${mapping}”`}>
            <section class="console-scroll" tabindex={0} aria-label={`The document “${mapping}”`}>
              <pre class="console-document">{formatted(format, text)}</pre>
            </section>
          </Details>
        ))}
    </>
  );
}

function Stages({ run }: { run: DryRun }) {
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1">What the person read, one after the other:</p>
      <ol class="govuk-list govuk-list--number">
        {run.stages.map((stage) => (
          <li>{stage}</li>
        ))}
      </ol>
    </>
  );
}

function Messages({ run }: { run: DryRun }) {
  return (
    <>
      {run.messages.map(({ purpose, subject, text }) => (
        <Details summary={`${messageTitle(purpose)}: “${subject}”`}>
          <Paragraphs text={text} />
        </Details>
      ))}
    </>
  );
}
