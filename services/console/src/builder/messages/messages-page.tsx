import type { DraftMessage } from "@guildhall/contract";
import { Button, Tag, Textarea } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { Autosave, DraftPage, Seen } from "../ground/draft-page.tsx";
import { type Entered, Was } from "../ground/part-fields.tsx";
import { messageAddresses } from "./addresses.ts";

export interface MessagesPageProps {
  readonly frame: DraftFrame;
  readonly messages: readonly DraftMessage[];
  /** What was typed, where the form comes back. */
  readonly entered: Entered;
  readonly faults: Faults;
}

/** Everything that people are told by a service, and in whose words. */
export function MessagesPage({ frame, messages, entered, faults }: MessagesPageProps) {
  const { whatHappensNext = "" } = frame.draft.definition;
  return (
    <DraftPage frame={frame} title="Messages" faults={faults}>
      <p class="govuk-body">
        These are sent by email to whoever gave an address, and by text to whoever left a mobile
        number alone, where your council sends texts. Choose one to read or to write it.
      </p>
      <ul class="govuk-list console-attempts">
        {messages.map((message) => (
          <Message frame={frame} message={message} />
        ))}
      </ul>
      <form method="post" action={messageAddresses(frame.here).list} novalidate data-autosave>
        <Seen frame={frame} />
        <Was field="whatHappensNext" value={entered.was("whatHappensNext", whatHappensNext)} />
        <Textarea
          name="whatHappensNext"
          label={{ content: "What happens next", classes: "govuk-label--m" }}
          hint="The last page of the form says this, and messages can."
          rows={4}
          value={entered.now("whatHappensNext", whatHappensNext)}
          errorMessage={faults.whatHappensNext}
        />
        <Button preventDoubleClick>Save</Button>
        <Autosave frame={frame} />
      </form>
    </DraftPage>
  );
}

function Message({ frame, message }: { frame: DraftFrame; message: DraftMessage }) {
  const { kind, title, occasion, words } = message;
  return (
    <li>
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={messageAddresses(frame.here).message(kind)}>
          {title}
        </a>{" "}
        <Whose message={message} />
      </h2>
      <p class="govuk-body-s govuk-!-margin-bottom-1">{occasion}</p>
      {words && <p class="govuk-body govuk-!-margin-bottom-0">“{words.subject}”</p>}
    </li>
  );
}

function Whose({ message: { whose, welsh } }: { message: DraftMessage }) {
  if (whose === "none") return <Tag classes="govuk-tag--grey">Not sent</Tag>;
  if (whose === "platform") return <Tag classes="govuk-tag--blue">The platform’s words</Tag>;
  return (
    <>
      <Tag classes="govuk-tag--green">Your own words</Tag>{" "}
      {welsh?.isOutdated && <Tag classes="govuk-tag--yellow">Welsh is out of date</Tag>}
    </>
  );
}
