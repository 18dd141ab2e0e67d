import type { ReturnFactKind, Service } from "@guildhall/contract";
import { Button, ErrorSummary, Input } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import type { SavingFields } from "../journey/saving-form.ts";
import { sayDay } from "../words/dates.ts";
import { Linked } from "../words/linked.tsx";
import { wordsHere } from "../words/speech.tsx";
import { Column, CouncilPage } from "./council-page.tsx";
import { FactDate } from "./save-page.tsx";

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

const formId = "return-form";

/** Ask somebody who comes back for what they chose to remember. */
export function FactPage(props: FactPageProps) {
  const { council, look, service, kind, action, expiresAt, fault, replaces } = props;
  const words = council.words.saving.fact;
  const title = words.asked[kind];
  const target = kind === "date" ? "#date-day" : `#${kind}`;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      faults={fault !== undefined}
      form={formId}
      service={{ name: service.title, href: council.at.service(service.id) }}
    >
      <Column>
        {fault !== undefined && <ErrorSummary errorList={[{ href: target, content: fault }]} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{words.chosen(service.title, sayDay(expiresAt, council.language))}</p>
        {replaces && <p class="govuk-body">{words.replaces}</p>}
        <form id={formId} method="post" action={action} novalidate>
          <FactField {...props} />
          <Button preventDoubleClick>{words.continue}</Button>
        </form>
      </Column>
    </CouncilPage>
  );
}

function FactField({ kind, typed, fault }: FactPageProps) {
  const { postcode, word } = wordsHere().saving;
  if (kind === "date") return <FactDate typed={typed} fault={fault} />;
  const label = { postcode, word }[kind];
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
  const words = council.words.saving.unknown;
  const { title } = words;
  return (
    <CouncilPage council={council} look={look} title={title}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{words.ask}</p>
        <p class="govuk-body">{words.stops}</p>
        <Button href={council.at.home}>{words.find}</Button>
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
  const words = council.words.saving.link;
  const { title } = words;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      faults={fault !== undefined}
      form={formId}
      service={{ name: service.title, href: council.at.service(service.id) }}
    >
      <Column>
        {fault !== undefined && <ErrorSummary errorList={[{ href: "#email", content: fault }]} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <form id={formId} method="post" action={council.at.link(service.id)} novalidate>
          <Input
            id="email"
            name="email"
            type="email"
            autocomplete="email"
            spellcheck={false}
            label={words.email}
            value={email}
            errorMessage={fault}
          />
          <Button preventDoubleClick>{words.send}</Button>
        </form>
      </Column>
    </CouncilPage>
  );
}

/** Say what happens now, and not whether there is a form. */
export function LinkAskedPage({ council, look, service }: Common & { service: Service }) {
  const words = council.words.saving.link;
  const title = words.asked;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      service={{ name: service.title, href: council.at.service(service.id) }}
    >
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{words.sent}</p>
        <p class="govuk-body">
          <Linked text={words.nothing} to={{ start: council.at.service(service.id) }} />
        </p>
      </Column>
    </CouncilPage>
  );
}
