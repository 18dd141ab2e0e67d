import type { DraftMessage, MessagePreview } from "@guildhall/contract";
import { Button, InsetText, Select } from "@guildhall/ui";
import { Mail, TextMessage } from "../../pages/message-picture.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { messageAddresses } from "./addresses.ts";

export interface Previews {
  readonly scenario: string | undefined;
  readonly english: MessagePreview;
  readonly welsh?: MessagePreview | undefined;
}

interface ShownMessagesProps {
  readonly frame: DraftFrame;
  readonly message: DraftMessage;
  readonly previews: Previews | undefined;
}

/** A message as it would arrive, on a phone and on a computer. */
export function ShownMessages({ frame, message, previews }: ShownMessagesProps) {
  return (
    <section aria-label="How it arrives" data-preview>
      <h2 class="govuk-heading-m">How it arrives</h2>
      {previews ? (
        <>
          <FilledFrom frame={frame} message={message} scenario={previews.scenario} />
          <Frames preview={previews.english} />
          {previews.welsh && <Frames preview={previews.welsh} />}
        </>
      ) : (
        <InsetText>Save the message to see how it arrives.</InsetText>
      )}
    </section>
  );
}

/** Choose whose answers it is filled in from. */
function FilledFrom({
  frame,
  message,
  scenario,
}: Omit<ShownMessagesProps, "previews"> & { scenario: string | undefined }) {
  const scenarios = (frame.draft.definition.scenarios ?? []).filter(({ answers }) => answers);
  if (scenarios.length === 0)
    return <p class="govuk-body">It is filled in with made-up answers. Nothing is sent.</p>;
  return (
    <form method="get" action={messageAddresses(frame.here).message(message.kind)}>
      <div class="console-filters">
        <Select
          name="scenario"
          label="Fill it in from"
          value={scenario ?? ""}
          items={[
            { value: "", content: "Made-up answers" },
            ...scenarios.map(({ id, name }) => ({ value: id, content: name })),
          ]}
        />
        <Button classes="govuk-button--secondary">Show it</Button>
      </div>
    </form>
  );
}

function Frames({ preview }: { preview: MessagePreview }) {
  const inWelsh = preview.language === "cy" ? ", in Welsh" : "";
  return (
    <div class="console-frames">
      <div>
        <h3 class="govuk-heading-s">On a phone{inWelsh}</h3>
        <Mail preview={preview} classes="console-mail--phone" />
      </div>
      <div>
        <h3 class="govuk-heading-s">On a computer{inWelsh}</h3>
        <Mail preview={preview} classes="console-mail--desktop" />
      </div>
      <div>
        <h3 class="govuk-heading-s">As a text message{inWelsh}</h3>
        <TextMessage preview={preview} />
      </div>
    </div>
  );
}
