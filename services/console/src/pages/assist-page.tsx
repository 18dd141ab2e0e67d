import { AssistedChannel, type Service, type ServiceSummary } from "@guildhall/contract";
import {
  BackLink,
  Button,
  ErrorSummary,
  Input,
  InsetText,
  Paragraphs,
  Radios,
} from "@guildhall/ui";
import type { Frame } from "./frame.ts";
import { Column, OfficePage } from "./office-page.tsx";

const title = "Fill in for a caller";

/** Find the service that a caller needs. */
export function AssistPage(
  props: Frame & { readonly services: readonly ServiceSummary[]; readonly query: string },
) {
  const { office, services, query } = props;
  return (
    <OfficePage {...props} title={title} current="assist">
      <h1 class="govuk-heading-l">{title}</h1>
      <Column>
        <p class="govuk-body">
          You see the pages that citizens see, and send the form in the caller’s name. The record
          says that you did.
        </p>
        <form method="get" action={office.at.assist}>
          <Input name="q" type="search" label="What does the caller need?" value={query} />
          <Button classes="govuk-button--secondary">Search</Button>
        </form>
      </Column>
      {services.length === 0 && (
        <InsetText>
          No service has these words.{" "}
          <a class="govuk-link" href={office.at.assist}>
            See all services
          </a>
        </InsetText>
      )}
      <ul class="console-cards">
        {services.map((service) => (
          <li>
            <a class="govuk-link govuk-!-font-weight-bold" href={office.at.assistWith(service.id)}>
              {service.title}
            </a>
            <p class="govuk-body-s">{service.summary}</p>
          </li>
        ))}
      </ul>
    </OfficePage>
  );
}

export interface AssistWithProps extends Frame {
  readonly service: Readonly<Pick<Service, "id" | "title" | "introduction">>;
  readonly fault?: string | undefined;
  readonly once: string;
}

/** Ask how the caller came, and start. */
export function AssistWithPage(props: AssistWithProps) {
  const { office, service, fault, once } = props;
  const items = AssistedChannel.options.map((value) => ({ value, content: channelWords[value] }));
  return (
    <OfficePage
      {...props}
      title={service.title}
      current="assist"
      faults={fault !== undefined}
      beforeContent={<BackLink href={office.at.assist}>All services</BackLink>}
    >
      <Column>
        {fault !== undefined && <ErrorSummary errorList={[{ href: "#channel", content: fault }]} />}
        <h1 class="govuk-heading-l">{service.title}</h1>
        {service.introduction !== undefined && <Paragraphs text={service.introduction} />}
        <form method="post" action={office.at.assistWith(service.id)} novalidate>
          <input type="hidden" name="once" value={once} />
          <Radios
            name="channel"
            fieldset={{
              legend: {
                content: "How did they contact you?",
                classes: "govuk-fieldset__legend--m",
              },
            }}
            items={items}
            errorMessage={fault}
          />
          <Button preventDoubleClick>Start the form</Button>
        </form>
      </Column>
    </OfficePage>
  );
}

const channelWords: Readonly<Record<AssistedChannel, string>> = {
  phone: "By phone",
  "in-person": "In person",
  letter: "By letter",
};
