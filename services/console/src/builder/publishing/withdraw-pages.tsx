import { Button, Paragraphs, Textarea, WarningText } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { Column } from "../../pages/office-page.tsx";
import { TypedName } from "../../pages/typed-name.tsx";
import { type ServiceFrame, ServicePage } from "../home/service-page.tsx";

/** What stands on the page of a service from when it is withdrawn. */
export interface ExitWords {
  readonly text: string;
  readonly welsh: string;
}

export interface WithdrawPageProps {
  readonly frame: ServiceFrame;
  readonly words: ExitWords;
  readonly faults: Faults;
}

/** Ask what people are to read who still come to the service. */
export function WithdrawPage({ frame, words, faults }: WithdrawPageProps) {
  const { here } = frame;
  return (
    <ServicePage frame={frame} title="Withdraw this service" faults={faults}>
      <Column>
        <p class="govuk-body">
          Nobody can begin it any more, or send a form that they have begun. Requests that were sent
          go on.
        </p>
        <form method="post" action={here.withdraw} novalidate>
          <Textarea
            name="text"
            label="What should people read who still come to it?"
            hint="Say who to turn to instead, like “Ring us on 01223 457000, from 9am to 5pm.”"
            value={words.text}
            errorMessage={faults.text}
          />
          <Textarea
            name="welsh"
            label="The same in Welsh (optional)"
            value={words.welsh}
            errorMessage={faults.welsh}
            attributes={{ lang: "cy" }}
          />
          <Button preventDoubleClick>Continue</Button>
        </form>
      </Column>
    </ServicePage>
  );
}

/** Show what people will read, and ask again. */
export function ConfirmWithdrawalPage({ frame, words, faults }: WithdrawPageProps) {
  const { here, name, once } = frame;
  return (
    <ServicePage frame={frame} title="Withdraw it now?" faults={faults}>
      <Column>
        <WarningText>
          From now on nobody can begin {name}, or send a form of it that they have begun, and people
          read this in its place. Requests that were sent go on. You can publish the service again
          later.
        </WarningText>
        <Paragraphs text={words.text} />
        {words.welsh !== "" && (
          <div lang="cy">
            <Paragraphs text={words.welsh} />
          </div>
        )}
        <form method="post" action={here.withdraw}>
          <input type="hidden" name="once" value={once} />
          <input type="hidden" name="text" value={words.text} />
          <input type="hidden" name="welsh" value={words.welsh} />
          <TypedName name={name} fault={faults.name} />
          <div class="govuk-button-group">
            <Button name="confirmed" value="yes" classes="govuk-button--warning" preventDoubleClick>
              Withdraw it
            </Button>
            <a class="govuk-link" href={here.home}>
              Cancel
            </a>
          </div>
        </form>
      </Column>
    </ServicePage>
  );
}
