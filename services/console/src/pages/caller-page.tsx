import {
  type Agreement,
  AssistedChannel,
  type ServiceSummary,
  type Tracking,
} from "@guildhall/contract";
import {
  BackLink,
  Button,
  Checkboxes,
  ErrorSummary,
  Input,
  InsetText,
  Radios,
  SummaryList,
  sayTime,
  Textarea,
  Timeline,
} from "@guildhall/ui";
import { OnBehalfOf } from "./callers-page.tsx";
import { anyFault, FaultSummary } from "./fault-summary.tsx";
import type { Faults, Frame } from "./frame.ts";
import { Column, OfficePage } from "./office-page.tsx";

export interface CallerPageProps extends Frame {
  readonly agreement: Agreement;
  readonly tracking: Tracking;
  readonly typed: string;
  readonly faults: Faults;
  readonly once: string;
}

/** What the caller sees of their request, and adding a note to it. */
export function CallerPage(props: CallerPageProps) {
  const { office, agreement, tracking, faults } = props;
  const { reference, serviceTitle, timeline } = tracking;
  return (
    <OfficePage
      {...props}
      title={`${serviceTitle}: ${reference}`}
      current="callers"
      faults={anyFault(faults)}
      beforeContent={
        <BackLink href={office.at.callersOf(agreement.id)}>
          Callers of {agreement.owner.name}
        </BackLink>
      }
    >
      <Column>
        <FaultSummary faults={faults} />
        <span class="govuk-caption-l">{reference}</span>
        <h1 class="govuk-heading-l">{serviceTitle}</h1>
        <OnBehalfOf {...agreement} />
        <SummaryList rows={rowsOf(tracking)} />
        <h2 class="govuk-heading-m">What happened, as the caller reads it</h2>
        <Timeline
          entries={timeline.map(({ at, title, text, author }) => ({ at, title, text, by: author }))}
        />
        <h2 class="govuk-heading-m">Say that they got in touch</h2>
        <NoteForm {...props} />
      </Column>
    </OfficePage>
  );
}

function rowsOf({ stage, delivery, next, receivedAt }: Tracking) {
  const row = (key: string, content: string) => ({ key: { content: key }, value: { content } });
  return [
    row("Now", stage.text === undefined ? stage.title : `${stage.title}. ${stage.text}`),
    row("Passed on", delivery.text),
    ...(next ? [row("Next", next.text)] : []),
    row("Received", sayTime(receivedAt)),
  ];
}

function NoteForm({ office, agreement, tracking, typed, faults, once }: CallerPageProps) {
  const items = [
    { value: "phone", content: "By phone" },
    { value: "in-person", content: "In person" },
    { value: "letter", content: "By letter" },
  ];
  return (
    <form method="post" action={office.at.caller(agreement.id, tracking.reference)} novalidate>
      <input type="hidden" name="once" value={once} />
      <Radios
        name="channel"
        fieldset={{ legend: "How did they get in touch?" }}
        items={items}
        errorMessage={faults.channel}
      />
      <Textarea
        name="contents"
        label="Note (optional)"
        hint={`Staff of ${agreement.owner.name} read it.`}
        value={typed}
        errorMessage={faults.contents}
      />
      <Checkboxes
        name="visible"
        items={[{ value: "yes", content: "The caller can see the note too, and is told of it" }]}
      />
      <Button preventDoubleClick>Save</Button>
    </form>
  );
}

export interface CallerServicesPageProps extends Frame {
  readonly agreement: Agreement;
  readonly services: readonly ServiceSummary[];
  readonly query: string;
}

/** Find the service that a caller of another council needs. */
export function CallerServicesPage(props: CallerServicesPageProps) {
  const { office, agreement, services, query } = props;
  const title = `Fill in for a caller of ${agreement.owner.name}`;
  const at = office.at.callerServices(agreement.id);
  return (
    <OfficePage
      {...props}
      title={title}
      current="callers"
      beforeContent={<BackLink href={office.at.callersOf(agreement.id)} />}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <Column>
        <OnBehalfOf {...agreement} />
        <form method="get" action={at}>
          <Input name="q" type="search" label="What does the caller need?" value={query} />
          <Button classes="govuk-button--secondary">Search</Button>
        </form>
      </Column>
      {services.length === 0 && (
        <InsetText>
          No service of the agreement has these words.{" "}
          <a class="govuk-link" href={at}>
            See all of them
          </a>
        </InsetText>
      )}
      <ul class="console-cards">
        {services.map(({ id, title: words, summary }) => (
          <li>
            <a
              class="govuk-link govuk-!-font-weight-bold"
              href={office.at.callerService(agreement.id, id)}
            >
              {words}
            </a>
            <p class="govuk-body-s">{summary}</p>
          </li>
        ))}
      </ul>
    </OfficePage>
  );
}

export interface CallerServicePageProps extends Frame {
  readonly agreement: Agreement;
  readonly service: { readonly id: string; readonly title: string };
  readonly fault?: string | undefined;
  readonly once: string;
}

/** Ask how the caller came, and start. */
export function CallerServicePage(props: CallerServicePageProps) {
  const { office, agreement, service, fault, once } = props;
  const words = { phone: "By phone", "in-person": "In person", letter: "By letter" } as const;
  const items = AssistedChannel.options.map((value) => ({ value, content: words[value] }));
  return (
    <OfficePage
      {...props}
      title={service.title}
      current="callers"
      faults={fault !== undefined}
      beforeContent={
        <BackLink href={office.at.callerServices(agreement.id)}>All services</BackLink>
      }
    >
      <Column>
        {fault !== undefined && <ErrorSummary errorList={[{ href: "#channel", content: fault }]} />}
        <h1 class="govuk-heading-l">{service.title}</h1>
        <OnBehalfOf {...agreement} />
        <form method="post" action={office.at.callerService(agreement.id, service.id)} novalidate>
          <input type="hidden" name="once" value={once} />
          <Radios
            name="channel"
            fieldset={{ legend: "How did they contact you?" }}
            items={items}
            errorMessage={fault}
          />
          <Button preventDoubleClick>Start the form</Button>
        </form>
      </Column>
    </OfficePage>
  );
}
