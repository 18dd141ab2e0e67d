import type { ContactAbout, ContactChannel, ProcessLedger } from "@guildhall/contract";
import { BackLink, Button, ErrorSummary, Radios } from "@guildhall/ui";
import type { Office } from "../environment.ts";
import type { Frame } from "./frame.ts";
import { Column, OfficePage } from "./office-page.tsx";
import { wayBack } from "./way-back.ts";

export interface ContactPageProps extends Frame {
  readonly ledger: ProcessLedger;
  readonly fault?: string | undefined;
  readonly once: string;
}

/** Say that somebody got in touch about a request: how, and about what. */
export function ContactPage(props: ContactPageProps) {
  const { office, ledger, fault, once } = props;
  const title = "Somebody got in touch";
  return (
    <OfficePage
      {...props}
      title={`${title}: ${ledger.reference}`}
      current="deliveries"
      faults={fault !== undefined}
      beforeContent={<BackLink href={wayBack(props, ledger.process)} />}
    >
      <Column>
        {fault !== undefined && <ErrorSummary errorList={[{ href: "#channel", content: fault }]} />}
        <span class="govuk-caption-l">{ledger.reference}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          It is counted for the service and the stage, so that its owner sees which message is
          missing. It is not kept whose request it was.
        </p>
        <form method="post" action={office.at.contact(ledger.process)} novalidate>
          <input type="hidden" name="once" value={once} />
          <Radios
            name="channel"
            fieldset={{ legend: "How did they get in touch?" }}
            items={items(channelWords)}
            errorMessage={fault}
          />
          <Radios
            name="about"
            fieldset={{ legend: "What was it about? (optional)" }}
            items={items(aboutWords)}
          />
          <Button preventDoubleClick>Count it</Button>
        </form>
      </Column>
    </OfficePage>
  );
}

function items(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, content]) => ({ value, content }));
}

const channelWords: Readonly<Record<ContactChannel, string>> = {
  phone: "By phone",
  "in-person": "In person",
  letter: "By letter",
  email: "By email",
  other: "In another way",
};

const aboutWords: Readonly<Record<ContactAbout, string>> = {
  "where-it-is": "How far it has got",
  when: "When something will happen",
  "more-to-say": "They had something to add",
  unhappy: "They were unhappy with it",
  other: "Something else",
};

/** The way to counting a contact. */
export function GotInTouch({ office, process }: { office: Office; process: string }) {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={office.at.contact(process)}>
        Somebody got in touch about it
      </a>
    </p>
  );
}
