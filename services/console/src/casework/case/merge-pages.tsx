import type { Process } from "@guildhall/contract";
import { BackLink, Button, Input, Textarea } from "@guildhall/ui";
import { anyFault, FaultSummary } from "../../pages/fault-summary.tsx";
import type { Faults, Frame } from "../../pages/frame.ts";
import { Column, OfficePage } from "../../pages/office-page.tsx";
import { AsCitizenReads } from "../as-citizen-reads.tsx";

/** What was typed of the request that another is a duplicate of. */
export interface TypedMerge {
  readonly reference: string;
  readonly words: string;
}

interface MergeFrame extends Frame {
  /** The duplicate. */
  readonly process: Process;
  readonly typed: TypedMerge;
  readonly once: string;
}

const title = "Merge with another request";

/** Say which request this is a duplicate of. */
export function MergePage(props: MergeFrame & { readonly faults: Faults }) {
  const { office, process, typed, faults, once } = props;
  const back = office.at.case(process.id);
  return (
    <OfficePage
      {...props}
      title={title}
      faults={anyFault(faults)}
      current="cases"
      beforeContent={<BackLink href={back} />}
    >
      <Column>
        <FaultSummary faults={faults} />
        <span class="govuk-caption-l">
          {process.reference}: {process.serviceTitle}
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          Two requests about the same thing are dealt with as one. {process.reference} ends, and the
          other goes on.
        </p>
        <form method="post" action={office.at.merge(process.id)} novalidate>
          <input type="hidden" name="once" value={once} />
          <Input
            name="reference"
            label="Reference of the request that goes on"
            classes="govuk-input--width-20"
            value={typed.reference}
            errorMessage={faults.reference}
            autocomplete="off"
          />
          <Textarea
            name="words"
            label="Words to the resident (optional)"
            hint="You see what they will read before it is sent."
            value={typed.words}
            errorMessage={faults.words}
          />
          <div class="console-actions">
            <Button name="go" value="on" preventDoubleClick>
              Continue
            </Button>
            <a class="govuk-link govuk-body" href={back}>
              Cancel
            </a>
          </div>
        </form>
      </Column>
    </OfficePage>
  );
}

/** Show both, and what will become of them, before a duplicate is ended: it cannot be taken back. */
export function MergeLookPage(props: MergeFrame & { readonly into: Process }) {
  const { office, desk, process, into, typed, once } = props;
  const question = `Merge ${process.reference} with ${into.reference}?`;
  const at = office.at.merge(process.id);
  return (
    <OfficePage {...props} title={question} current="cases" beforeContent={<BackLink href={at} />}>
      <Column>
        <h1 class="govuk-heading-l">{question}</h1>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            {process.reference} is closed, and its tasks are cancelled. This cannot be taken back.
          </li>
          <li>
            <a class="govuk-link" href={office.at.case(into.id)}>
              {into.reference}
            </a>{" "}
            ({into.stage.title}) goes on.
          </li>
          <li>
            The resident of {process.reference} is told once that it is dealt with together with{" "}
            {into.reference}, and where to see how far that has got. If they left an email address
            that is not the other resident’s, we write to them whenever it moves on, unless 200
            people follow it already.
          </li>
        </ul>
        {typed.words !== "" && <AsCitizenReads author={desk.person.name} words={typed.words} />}
        <form method="post" action={at}>
          <input type="hidden" name="once" value={once} />
          <input type="hidden" name="reference" value={typed.reference} />
          <input type="hidden" name="words" value={typed.words} />
          <div class="govuk-button-group">
            <Button classes="govuk-button--warning" name="go" value="send" preventDoubleClick>
              Merge them, and tell the resident
            </Button>
            <Button classes="govuk-button--secondary" name="go" value="change">
              Change it
            </Button>
          </div>
        </form>
      </Column>
    </OfficePage>
  );
}
