import type { DraftMessage } from "@guildhall/contract";
import { Button, Checkboxes, Details, Input, Textarea } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { Autosave, DraftPage, Seen } from "../ground/draft-page.tsx";
import { Was } from "../ground/part-fields.tsx";
import { messageAddresses } from "./addresses.ts";
import type { Typed } from "./read-message.ts";
import { type Previews, ShownMessages } from "./shown-message.tsx";

export interface MessagePageProps {
  readonly frame: DraftFrame;
  readonly message: DraftMessage;
  readonly typed: Typed;
  /** What stood in the fields when the page was first shown. */
  readonly was: Typed;
  readonly faults: Faults;
  /** As it would arrive; left out while there is nothing to show. */
  readonly previews?: Previews | undefined;
}

/** One message in English and Welsh, what it may be filled with, and how it would arrive. */
export function MessagePage(props: MessagePageProps) {
  const { frame, message, was, faults, previews } = props;
  const at = messageAddresses(frame.here);
  return (
    <DraftPage
      frame={frame}
      title={message.title}
      way={[{ content: "Messages", href: at.list }]}
      faults={faults}
    >
      <p class="govuk-body">{occasionOf(message)}</p>
      <form method="post" action={at.message(message.kind)} novalidate data-autosave>
        <Seen frame={frame} />
        {Object.entries(was).map(([field, value]) => (
          <Was field={field} value={value} />
        ))}
        <div class="console-sides">
          <English {...props} />
          <Welsh {...props} />
        </div>
        <Placeholders message={message} />
        <Button preventDoubleClick>Save</Button>
        <Autosave frame={frame} />
      </form>
      <ShownMessages frame={frame} message={message} previews={previews} />
      {message.whose === "own" && <Clear frame={frame} message={message} />}
      <script type="module" src={frame.look.assets.messages}></script>
    </DraftPage>
  );
}

function occasionOf({ occasion, whose }: DraftMessage): string {
  if (whose === "platform")
    return `${occasion} These are the platform’s words. You can change them.`;
  if (whose === "none") return `${occasion} It has no words yet, so nothing is sent.`;
  return occasion;
}

function English({ typed, faults }: MessagePageProps) {
  return (
    <section aria-label="English">
      <h2 class="govuk-heading-m">English</h2>
      <Input name="subject" label="Subject" value={typed.subject} errorMessage={faults.subject} />
      <Textarea
        name="text"
        label="Text"
        hint="Leave a line empty between paragraphs."
        rows={10}
        value={typed.text}
        errorMessage={faults.text}
      />
      <Textarea
        name="sms"
        label="Text message"
        hint="For people who left a mobile number and no email address. Where it is empty, the platform’s short words are sent. The link to the request is put after it."
        rows={4}
        value={typed.sms}
        errorMessage={faults.sms}
      />
    </section>
  );
}

function Welsh({ typed, faults, message }: MessagePageProps) {
  return (
    <section aria-label="Welsh">
      <h2 class="govuk-heading-m">Welsh</h2>
      <Input
        name="welshSubject"
        label="Subject in Welsh"
        value={typed.welshSubject}
        errorMessage={faults.welshSubject}
        attributes={{ lang: "cy" }}
      />
      <Textarea
        name="welshText"
        label="Text in Welsh"
        hint="What is empty is sent in English."
        rows={10}
        value={typed.welshText}
        errorMessage={faults.welshText}
        attributes={{ lang: "cy" }}
      />
      <Textarea
        name="welshSms"
        label="Text message in Welsh"
        hint="Where it is empty, the platform’s short words are sent in Welsh."
        rows={4}
        value={typed.welshSms}
        errorMessage={faults.welshSms}
        attributes={{ lang: "cy" }}
      />
      {message.welsh?.isOutdated && (
        <Checkboxes
          name="welshHolds"
          hint="The English has changed since it was translated, so people who chose Welsh get the English."
          items={[{ value: "yes", content: "The Welsh still says the same" }]}
        />
      )}
    </section>
  );
}

/** Where scripts run, each gets a button that puts it where the cursor is. */
function Placeholders({ message }: { message: DraftMessage }) {
  return (
    <section aria-label="What can be filled in">
      <h2 class="govuk-heading-m">What can be filled in</h2>
      <p
        class="govuk-body"
        data-placeholder-press="Press one to put it where the cursor is. It is replaced when the message is sent."
      >
        Copy one of these into the words, with its brackets. It is replaced when the message is
        sent.
      </p>
      <ul class="govuk-list console-placeholders">
        {message.placeholders.map(({ name, title }) => (
          <li data-placeholder={`((${name}))`} data-placeholder-title={title}>
            <code class="console-code">{`((${name}))`}</code> {title}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Clear({ frame, message }: { frame: DraftFrame; message: DraftMessage }) {
  const isPlatforms = message.kind === "paid" || message.kind === "payment-due";
  const what = isPlatforms ? "Go back to the platform’s words" : "Do not send this message";
  return (
    <Details summary={what}>
      <form method="post" action={messageAddresses(frame.here).clear(message.kind)}>
        <Seen frame={frame} />
        <p class="govuk-body">Your own words are removed, in Welsh too.</p>
        <Button classes="govuk-button--warning" preventDoubleClick>
          Remove my words
        </Button>
      </form>
    </Details>
  );
}
