import type { Target, TargetChange } from "@guildhall/contract";
import {
  BackLink,
  Button,
  Details,
  FileUpload,
  Input,
  InsetText,
  Radios,
  Select,
  Textarea,
} from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { anyFault, FaultSummary } from "../../pages/fault-summary.tsx";
import type { Faults, Frame } from "../../pages/frame.ts";
import { Column, OfficePage } from "../../pages/office-page.tsx";
import { sayDay } from "../../pages/say-day.ts";
import { ScrollTable } from "../../pages/scroll-table.tsx";
import type { SentDescription } from "./read-files.ts";

/** What a description can be, as whoever has one knows it. */
export const kinds = {
  xsd: "An XML schema (files that end in .xsd)",
  wsdl: "A WSDL description of a SOAP service",
  "json-schema": "A JSON Schema",
  openapi: "An OpenAPI document",
  "sample-xml": "A sample XML document",
  "sample-json": "A sample JSON document",
  connector: "What the system says itself",
} as const satisfies Record<Target["source"], string>;

interface PageProps extends Frame {
  readonly title: string;
  readonly faults?: Faults;
  readonly back: string;
  readonly children?: Child;
}

function TargetPage(props: PageProps) {
  const { title, faults = {}, back, children } = props;
  return (
    <OfficePage
      {...props}
      current="services"
      faults={anyFault(faults)}
      beforeContent={<BackLink href={back} />}
    >
      <FaultSummary faults={faults} />
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </OfficePage>
  );
}

/** The descriptions of what systems take that were added here. */
export function TargetsPage(props: Frame & { targets: readonly Target[] }) {
  const { office, targets } = props;
  const at = office.at.targets;
  return (
    <TargetPage {...props} title="Descriptions of what systems take" back={office.at.services}>
      {targets.length === 0 ? (
        <InsetText>
          None is added yet. Add one for a system that cannot be asked what it takes.
        </InsetText>
      ) : (
        <ScrollTable
          label="Descriptions"
          head={["Name", "Made from", "Places", "Read in"]}
          rows={targets.map(({ id, name, source, fields, required, readAt }) => [
            <a class="govuk-link" href={`${at}/${id}`}>
              {name}
            </a>,
            kinds[source],
            `${fields.toLocaleString("en-GB")} (${required.toLocaleString("en-GB")} required)`,
            sayDay(readAt),
          ])}
        />
      )}
      <a class="govuk-button" href={`${at}/new`} draggable="false">
        Add a description
      </a>
    </TargetPage>
  );
}

export interface DescribeProps extends Frame {
  readonly sent: SentDescription;
  /** The description whose place it takes; left out for a new one. */
  readonly target?: Target;
  /** What it can be that is meant, where there are several. */
  readonly roots: readonly string[];
  readonly faults: Faults;
  /** What the address says of where to go on afterwards. */
  readonly onward: string;
}

/** Add a description, or put another in its place. */
export function DescribePage(props: DescribeProps) {
  const { office, sent, target, roots, faults, onward } = props;
  const at = office.at.targets;
  const title = target ? `Replace “${target.name}”` : "Add a description of what a system takes";
  const action = target ? `${at}/${target.id}/replace` : `${at}/new${onward}`;
  const isChoice = roots.length > 0;
  return (
    <TargetPage {...props} title={title} back={target ? `${at}/${target.id}` : at}>
      <Column>
        <form method="post" action={action} enctype="multipart/form-data" novalidate>
          <input type="hidden" name="once" value={sent.once} />
          <Input
            name="name"
            label="What do you call it?"
            hint="For example, Planning enforcement case"
            value={sent.name}
            errorMessage={faults.name}
          />
          {isChoice ? <WhichOne {...props} /> : <Files sent={sent} faults={faults} />}
          <Button preventDoubleClick>{target ? "Replace it" : "Add it"}</Button>
        </form>
      </Column>
    </TargetPage>
  );
}

function Files({ sent, faults }: Pick<DescribeProps, "sent" | "faults">) {
  const items = Object.entries(kinds)
    .filter(([value]) => value !== "connector")
    .map(([value, content]) => ({ value, content }));
  return (
    <>
      <Radios
        name="source"
        fieldset={{
          legend: { content: "What do you have?", classes: "govuk-fieldset__legend--m" },
        }}
        items={items}
        value={sent.source}
        errorMessage={faults.source}
      />
      <FileUpload
        name="files"
        label="Files"
        hint="All that belong together: nothing is fetched from elsewhere. Up to 5 MB in all. The files themselves are not kept."
        multiple
        errorMessage={faults.files}
      />
      <Details summary="Or paste it">
        <Textarea name="text" label="Description" rows={10} spellcheck={false} value="" />
      </Details>
    </>
  );
}

/** The files go along with the answer, since they are not kept here. */
function WhichOne({ sent, roots, faults }: Pick<DescribeProps, "sent" | "roots" | "faults">) {
  return (
    <>
      <input type="hidden" name="source" value={sent.source} />
      {sent.files.map(({ name, text }) => (
        <input type="hidden" name="kept" value={`${name}\n${text}`} />
      ))}
      <Select
        name="root"
        label="It describes several things. Which do you mean?"
        items={[
          { value: "", content: "Choose" },
          ...roots.map((root) => ({ value: root, content: root })),
        ]}
        value={sent.root}
        errorMessage={faults.root}
      />
    </>
  );
}

/** One description: what was read of it, and what can be done with it. */
export function OneTargetPage(
  props: Frame & { target: Target; once: string; changed?: TargetChange },
) {
  const { office, target, once, changed } = props;
  const at = `${office.at.targets}/${target.id}`;
  return (
    <TargetPage {...props} title={target.name} back={office.at.targets}>
      <Column>
        {changed && <Changed {...changed} />}
        <p class="govuk-body">
          {kinds[target.source]}, read in on {sayDay(target.readAt)}. It has{" "}
          {target.fields.toLocaleString("en-GB")} places, and{" "}
          {target.required.toLocaleString("en-GB")} of them are required.
        </p>
        {target.remarks.map((remark) => (
          <InsetText>{remark}</InsetText>
        ))}
        <p class="govuk-body">
          <a class="govuk-link" href={`${at}/replace`}>
            Replace it with a newer description
          </a>
        </p>
        <Details summary="Remove it">
          <p class="govuk-body">
            Services that send by it go on as they are. Where they are made, it is said that the
            description is gone.
          </p>
          <form method="post" action={`${at}/remove`}>
            <input type="hidden" name="once" value={once} />
            <Button classes="govuk-button--warning" preventDoubleClick>
              Remove the description
            </Button>
          </form>
        </Details>
      </Column>
    </TargetPage>
  );
}

function Changed({ came, went, changed }: TargetChange) {
  const parts = [
    ["New places", came],
    ["Places that are gone", went],
    ["Places that are described in another way", changed],
  ] as const;
  const said = parts.filter(([, places]) => places.length > 0);
  return (
    <InsetText>
      <p>{said.length === 0 ? "It is replaced. It says the same as before." : "It is replaced."}</p>
      {said.map(([title, places]) => (
        <p>
          {title}: {places.slice(0, 20).join(", ")}
          {places.length > 20 ? ` and ${places.length - 20} more` : ""}.
        </p>
      ))}
    </InsetText>
  );
}
