import type { NewInformationRequest, Process, Question } from "@guildhall/contract";
import { dateWords } from "@guildhall/forms";
import { BackLink, Button, InsetText } from "@guildhall/ui";
import type { Frame } from "./frame.ts";
import { Column, OfficePage } from "./office-page.tsx";

export interface InformationLookPageProps extends Frame {
  readonly process: Process;
  readonly questions: readonly Question[];
  readonly asking: NewInformationRequest;
  readonly once: string;
}

const title = "Check what they will read";

/** Show what a resident will be asked as they will read it, before anything is sent. */
export function InformationLookPage(props: InformationLookPageProps) {
  const { office, process, asking, once } = props;
  const at = office.at.askForMore(process.id);
  return (
    <OfficePage
      {...props}
      title={title}
      current="deliveries"
      beforeContent={<BackLink href={at} />}
    >
      <Column>
        <span class="govuk-caption-l">
          {process.reference}: {process.serviceTitle}
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          They are written to where they left an email address, with a link to this page alone. It
          is on the page too where they follow their request.
        </p>
        <InsetText>
          <AsRead {...props} />
        </InsetText>
        <form method="post" action={at}>
          <input type="hidden" name="once" value={once} />
          <Kept asking={asking} />
          <div class="govuk-button-group">
            <Button name="send" value="yes" preventDoubleClick>
              Ask them
            </Button>
            <Button classes="govuk-button--secondary" name="change" value="yes">
              Change it
            </Button>
          </div>
        </form>
      </Column>
    </OfficePage>
  );
}

function AsRead({ questions, asking }: InformationLookPageProps) {
  const labels = [
    ...(asking.questions ?? []).map((id) => questions.find((one) => one.id === id)?.label ?? id),
    ...(asking.ownQuestion === undefined ? [] : [asking.ownQuestion]),
    ...(asking.files ? ["Photos or other files"] : []),
  ];
  const until =
    asking.respondBy === undefined
      ? "Answer within 10 working days."
      : `Answer by ${dateWords(asking.respondBy)}.`;
  return (
    <>
      <h2 class="govuk-heading-m">We need one more thing from you</h2>
      <p class="govuk-body">{asking.reason}</p>
      <p class="govuk-body">{until}</p>
      <ul class="govuk-list govuk-list--bullet">
        {labels.map((label) => (
          <li>{label}</li>
        ))}
      </ul>
    </>
  );
}

/** What was chosen goes along with the button, so that what is sent is what was read. */
function Kept({ asking }: Pick<InformationLookPageProps, "asking">) {
  const { questions = [], ownQuestion = "", files, reason, respondBy = "", ifUnanswered } = asking;
  const [year = "", month = "", day = ""] = respondBy.split("-");
  const one = { ownQuestion, reason, day, month, year, ifUnanswered: ifUnanswered ?? "task" };
  return (
    <>
      {questions.map((id) => (
        <input type="hidden" name="questions" value={id} />
      ))}
      {Object.entries(one).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {files && <input type="hidden" name="files" value="yes" />}
    </>
  );
}
