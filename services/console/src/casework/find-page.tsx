import type { Process } from "@guildhall/contract";
import { Button, Input, Select, sayTime } from "@guildhall/ui";
import { anyFault, FaultSummary } from "../pages/fault-summary.tsx";
import type { Faults, Frame } from "../pages/frame.ts";
import { OfficePage } from "../pages/office-page.tsx";
import { More, StackTable } from "../pages/scroll-table.tsx";
import { StatusTag, statuses } from "./case-page.tsx";
import type { CaseListing } from "./read-cases.ts";

export type TypedSearch = Readonly<Record<string, string>>;

export interface FindPageProps extends Frame {
  readonly typed: TypedSearch;
  readonly faults?: Faults;
  readonly found?: readonly Process[];
  /** What is listed where nobody is looked for. */
  readonly listed?: CaseList;
}

interface CaseList {
  readonly listing: CaseListing;
  readonly services: readonly { readonly id: string; readonly title: string }[];
  readonly processes: readonly Process[];
  readonly more: string | undefined;
}

const labels = {
  reference: "Reference",
  email: "Email address",
  phone: "Phone number",
  postcode: "Postcode",
  surname: "Surname",
} as const;

/** Find a request by what somebody who calls is known by. */
export function FindPage(props: FindPageProps) {
  const { office, typed, faults = {}, found, listed } = props;
  const title = "Find a case";
  return (
    <OfficePage {...props} title={title} faults={anyFault(faults)} current="cases">
      <FaultSummary faults={faults} />
      <h1 class="govuk-heading-l">{title}</h1>
      <h2 class="govuk-heading-m">By who sent it</h2>
      <p class="govuk-body">All that you enter has to be right.</p>
      <form method="post" action={office.at.cases} class="console-filters" novalidate>
        {Object.entries(labels).map(([name, label]) => (
          <Input
            name={name}
            label={label}
            value={typed[name] ?? ""}
            errorMessage={faults[name]}
            spellcheck={false}
          />
        ))}
        <Button>Search</Button>
      </form>
      {found && <Found office={office} found={found} />}
      {listed && <Listed office={office} {...listed} />}
    </OfficePage>
  );
}

function Found({ office, found }: Pick<FindPageProps, "office"> & { found: readonly Process[] }) {
  if (found.length === 0)
    return (
      <p class="govuk-body">
        Nothing fits. Check what you entered, or search by something else that they are known by.
      </p>
    );
  return <Cases office={office} label="What was found" processes={found} />;
}

/** All requests, or those that fit; the newest first. */
function Listed({
  office,
  listing,
  services,
  processes,
  more,
}: Pick<FindPageProps, "office"> & CaseList) {
  const day = { type: "date", classes: "govuk-input--width-10" } as const;
  const choices = (all: readonly (readonly [string, string])[]) => [
    { value: "", content: "All" },
    ...all.map(([value, content]) => ({ value, content })),
  ];
  return (
    <section aria-labelledby="listed">
      <h2 class="govuk-heading-m" id="listed">
        By what it is about
      </h2>
      <form method="get" action={office.at.cases} class="console-filters">
        <Select
          name="service"
          label="Service"
          items={choices(services.map(({ id, title }) => [id, title]))}
          value={listing.service}
        />
        <Select
          name="status"
          label="Status"
          items={choices(Object.entries(statuses).map(([status, [words]]) => [status, words]))}
          value={listing.status}
        />
        <Input name="ward" label="Ward" classes="govuk-input--width-10" value={listing.ward} />
        <Select
          name="late"
          label="Answer promised"
          items={choices([["yes", "Late"]])}
          value={listing.late ? "yes" : ""}
        />
        <Input name="from" label="Received from" {...day} value={listing.from} />
        <Input name="to" label="Received to" {...day} value={listing.to} />
        <Button classes="govuk-button--secondary">Show these</Button>
      </form>
      {processes.length > 0 && <Cases office={office} label="Requests" processes={processes} />}
      {processes.length === 0 && more === undefined && (
        <Nothing office={office} listing={listing} />
      )}
      <More href={more} />
    </section>
  );
}

function Nothing({ office, listing }: Pick<FindPageProps, "office"> & Pick<CaseList, "listing">) {
  const { late, ...said } = listing;
  if (!late && Object.values(said).every((value) => value === ""))
    return (
      <p class="govuk-body">
        Nothing has been sent yet. Each request stands here as soon as it comes in.
      </p>
    );
  return (
    <p class="govuk-body">
      Nothing fits. Choose fewer of these, or{" "}
      <a class="govuk-link" href={office.at.cases}>
        show all requests
      </a>
      .
    </p>
  );
}

function Cases({
  office,
  label,
  processes,
}: Pick<FindPageProps, "office"> & { label: string; processes: readonly Process[] }) {
  return (
    <StackTable
      label={label}
      head={["Request", "Status", "Stage", "Received"]}
      rows={processes.map((one) => [
        <>
          <a class="govuk-link" href={office.at.case(one.id)}>
            {one.reference}
          </a>
          <span class="console-under">{one.serviceTitle}</span>
        </>,
        <StatusTag status={one.status} />,
        one.stage.title,
        sayTime(one.receivedAt),
      ])}
    />
  );
}
