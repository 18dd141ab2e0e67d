import type { NotePreview, Process } from "@guildhall/contract";
import { BackLink, Button } from "@guildhall/ui";
import type { Frame } from "../pages/frame.ts";
import { Mail, TextMessage } from "../pages/message-picture.tsx";
import { Column, OfficePage } from "../pages/office-page.tsx";
import { AsCitizenReads } from "./as-citizen-reads.tsx";

export interface NoteLookPageProps extends Frame {
  readonly process: Process;
  readonly words: string;
  /** What is sent to them. */
  readonly sent: NotePreview;
  readonly once: string;
}

/** Show a note as its resident will read it, before it is sent. */
export function NoteLookPage(props: NoteLookPageProps) {
  const { office, desk, process, words, sent, once } = props;
  const title = "Check what they will read";
  const at = office.at.case(process.id);
  return (
    <OfficePage {...props} title={title} current="cases" beforeContent={<BackLink href={at} />}>
      <Column>
        <span class="govuk-caption-l">{process.reference}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <AsCitizenReads author={desk.person.name} words={words} />
        <Sent {...sent} />
        <form method="post" action={`${at}/notes`}>
          <input type="hidden" name="once" value={once} />
          <input type="hidden" name="words" value={words} />
          <input type="hidden" name="visible" value="yes" />
          <div class="govuk-button-group">
            <Button name="go" value="send" preventDoubleClick>
              Send the note
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

/** The message that tells of it, by the channel that they are reached by. */
function Sent({ channel, message }: NotePreview) {
  if (!message)
    return (
      <p class="govuk-body">
        They are not written to: they left no email address or mobile number that can be used, or
        the service says nothing of notes.
      </p>
    );
  const isText = channel === "sms";
  return (
    <section class="govuk-!-margin-bottom-6" aria-label="What they are sent">
      <p class="govuk-body">{isText ? "They are sent this text:" : "They are sent this email:"}</p>
      {isText ? <TextMessage preview={message} /> : <Mail preview={message} />}
    </section>
  );
}
