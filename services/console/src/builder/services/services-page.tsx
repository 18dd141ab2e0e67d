import type { ServiceOverview } from "@guildhall/contract";
import { Button, Input, InsetText, sayTime, Tag } from "@guildhall/ui";
import type { Frame } from "../../pages/frame.ts";
import { OfficePage } from "../../pages/office-page.tsx";
import { sayDay } from "../../pages/say-day.ts";
import { More, ScrollTable } from "../../pages/scroll-table.tsx";
import { serviceAddresses } from "../ground/service-addresses.ts";
import { stateWords } from "./state-words.ts";

export interface ServicesPageProps extends Frame {
  readonly services: readonly ServiceOverview[];
  /** What was looked for; empty where nothing was. */
  readonly search: string;
  readonly more: string | undefined;
}

/** Every service of the organisation, and how each stands. */
export function ServicesPage(props: ServicesPageProps) {
  const { office, desk, services, search } = props;
  const isEmpty = services.length === 0 && search === "";
  return (
    <OfficePage {...props} title="Services" current="services">
      <h1 class="govuk-heading-l">Services</h1>
      {desk.scopes.has("services:write") && <WaysToBegin {...props} isEmpty={isEmpty} />}
      {!isEmpty && <Search {...props} />}
      {services.length === 0 ? (
        <InsetText>
          {isEmpty ? "There is no service yet." : `No service has “${search}” in its name.`}
        </InsetText>
      ) : (
        <List {...props} />
      )}
      <More href={props.more} />
      <p class="govuk-body">
        <a class="govuk-link" href={office.at.folder}>
          Take services out as files, or bring them in
        </a>
      </p>
    </OfficePage>
  );
}

function WaysToBegin({ office, isEmpty }: Frame & { isEmpty: boolean }) {
  return (
    <>
      {isEmpty && (
        <p class="govuk-body">
          Make your first service yourself, or take one from the cookbook that other councils use,
          and change what you like.
        </p>
      )}
      <div class="govuk-button-group">
        <Button href={office.at.newService}>Make a new service</Button>
        <a class="govuk-link" href={office.at.cookbook}>
          Take a recipe from the cookbook
        </a>
      </div>
    </>
  );
}

function Search({ office, search }: ServicesPageProps) {
  return (
    <search>
      <form method="get" action={office.at.services} class="console-filters">
        <Input
          name="search"
          type="search"
          label="Find a service by its name"
          classes="govuk-input--width-20"
          value={search}
          attributes={{ maxlength: 200 }}
        />
        <Button classes="govuk-button--secondary">Search</Button>
        {search !== "" && (
          <a class="govuk-link govuk-body" href={office.at.services}>
            Show all
          </a>
        )}
      </form>
    </search>
  );
}

function List({ office, services }: ServicesPageProps) {
  return (
    <ScrollTable
      label="Services"
      head={["Service", "State", "Draft"]}
      rows={services.map((service) => [
        <a class="govuk-link" href={serviceAddresses(office.at.root, service.service).home}>
          {service.title}
        </a>,
        <State service={service} />,
        <Draft service={service} />,
      ])}
    />
  );
}

function State({ service: { state, version, publishedAt } }: { service: ServiceOverview }) {
  const { words, colour } = stateWords[state];
  return (
    <>
      <Tag classes={`govuk-tag--${colour}`}>{words}</Tag>
      {publishedAt !== undefined && (
        <span class="console-under">
          Version {version}, {sayDay(publishedAt)}
        </span>
      )}
    </>
  );
}

function Draft({ service: { title, draft } }: { service: ServiceOverview }) {
  if (!draft) return <>None</>;
  const { scheduled } = draft;
  return (
    <>
      {draft.changedBy}
      <span class="console-under">{sayTime(draft.changedAt)}</span>
      {draft.title !== title && <span class="console-under">Called “{draft.title}” there</span>}
      {scheduled && <span class="console-under">Goes live {sayTime(scheduled.at)}</span>}
    </>
  );
}
