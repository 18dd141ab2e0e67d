import type { Process } from "@guildhall/contract";
import { Button, Input, sayTime } from "@guildhall/ui";
import { anyFault, FaultSummary } from "../pages/fault-summary.tsx";
import type { Faults, Frame } from "../pages/frame.ts";
import { OfficePage } from "../pages/office-page.tsx";
import { ScrollTable } from "../pages/scroll-table.tsx";
import { StatusTag } from "./case-page.tsx";

export type TypedSearch = Readonly<Record<string, string>>;

export interface FindPageProps extends Frame {
  readonly typed: TypedSearch;
  readonly faults?: Faults;
  readonly found?: readonly Process[];
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
  const { office, typed, faults = {}, found } = props;
  const title = "Find a case";
  return (
    <OfficePage {...props} title={title} faults={anyFault(faults)} current="cases">
      <FaultSummary faults={faults} />
      <h1 class="govuk-heading-l">{title}</h1>
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
  return (
    <ScrollTable
      label="What was found"
      named={false}
      head={["Request", "Status", "Stage", "Received"]}
      rows={found.map((one) => [
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
