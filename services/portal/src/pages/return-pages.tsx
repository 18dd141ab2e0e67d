import type { ReturnFactKind, Service } from "@guildhall/contract";
import { Button, ErrorSummary, Input } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import type { SavingFields } from "../journey/saving-form.ts";
import { Column, CouncilPage } from "./council-page.tsx";
import { FactDate } from "./save-page.tsx";
import { sayDay } from "./say-day.ts";

interface Common {
  readonly council: Council;
  readonly look: Look;
}

interface FactPageProps extends Common {
  readonly service: Service;
  readonly kind: ReturnFactKind;
  readonly action: string;
  readonly expiresAt: string;
  readonly typed: SavingFields;
  readonly fault?: string | undefined;
  /** Whether another form for the same service is being filled in here. */
  readonly replaces: boolean;
}

const asked = {
  postcode: "Enter the postcode that you chose",
  date: "Enter the date that you chose",
  word: "Enter the word that you chose",
} as const;

/** Ask somebody who comes back for what they chose to remember. */
export function FactPage(props: FactPageProps) {
  const { council, look, service, kind, action, expiresAt, fault, replaces } = props;
  const title = asked[kind];
  const target = kind === "date" ? "#date-day" : `#${kind}`;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      faults={fault !== undefined}
      service={{ name: service.title, href: council.at.service(service.id) }}
    >
      <Column>
        {fault !== undefined && <ErrorSummary errorList={[{ href: target, content: fault }]} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          You chose it when you saved your form “{service.title}”. We keep the form until{" "}
          {sayDay(expiresAt)}.
        </p>
        {replaces && (
          <p class="govuk-body">
            There is a form on this device already. Your saved form takes its place here.
          </p>
        )}
        <form method="post" action={action} novalidate>
          <FactField {...props} />
          <Button preventDoubleClick>Continue your form</Button>
        </form>
      </Column>
    </CouncilPage>
  );
}

function FactField({ kind, typed, fault }: FactPageProps) {
  if (kind === "date") return <FactDate typed={typed} fault={fault} />;
  const label = { postcode: "Postcode", word: "Word" }[kind];
  return (
    <Input
      id={kind}
      name={kind}
      label={label}
      classes="govuk-input--width-20"
      autocomplete="off"
      value={typed[kind]}
      errorMessage={fault}
    />
  );
}

/** Say that a link leads nowhere, whatever is wrong with it, and what to do. */
export function UnknownLinkPage({ council, look }: Common) {
  const title = "This link does not lead to a saved form";
  return (
    <CouncilPage council={council} look={look} title={title}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          If you saved a form and have not sent it, find its service below and ask us for a new
          link.
        </p>
        <p class="govuk-body">
          A link stops working when the form is sent, when we have kept it as long as we said, when
          you save the form again, or after 5 wrong answers.
        </p>
        <Button href={council.at.home}>Find the service</Button>
      </Column>
    </CouncilPage>
  );
}

interface AskLinkProps extends Common {
  readonly service: Service;
  readonly email: string;
  readonly fault?: string | undefined;
}

/** Ask where a link is to be sent again. */
export function AskLinkPage({ council, look, service, email, fault }: AskLinkProps) {
  const title = "Get a new link to your saved form";
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      faults={fault !== undefined}
      service={{ name: service.title, href: council.at.service(service.id) }}
    >
      <Column>
        {fault !== undefined && <ErrorSummary errorList={[{ href: "#email", content: fault }]} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <form method="post" action={council.at.link(service.id)} novalidate>
          <Input
            id="email"
            name="email"
            type="email"
            autocomplete="email"
            spellcheck={false}
            label="The email address that you gave when you saved it"
            value={email}
            errorMessage={fault}
          />
          <Button preventDoubleClick>Send the link</Button>
        </form>
      </Column>
    </CouncilPage>
  );
}

/** Say what happens now, and not whether there is a form. */
export function LinkAskedPage({ council, look, service }: Common & { service: Service }) {
  const title = "Check your email";
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      service={{ name: service.title, href: council.at.service(service.id) }}
    >
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          If we keep a form for that address, we have sent a link to it. It may take a few minutes.
        </p>
        <p class="govuk-body">
          If nothing comes, check that you used the same address, or{" "}
          <a class="govuk-link" href={council.at.service(service.id)}>
            start a new form
          </a>
          .
        </p>
      </Column>
    </CouncilPage>
  );
}
