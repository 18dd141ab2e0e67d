import type { AgreementSide, ServiceSummary } from "@guildhall/contract";
import { BackLink, Button, Checkboxes, Input, Radios, Select, Textarea } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { anyFault, FaultSummary } from "./fault-summary.tsx";
import type { Faults, Frame } from "./frame.ts";
import { Column, OfficePage } from "./office-page.tsx";

const title = "Propose an agreement";

export interface SidesPageProps extends Frame {
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly faults: Faults;
}

/** Ask who is to serve whose callers. */
export function SidesPage(props: SidesPageProps) {
  const { office, others, faults } = props;
  const items = others.map(({ id, name }) => ({ value: id, content: name }));
  return (
    <Asked {...props} back={office.at.agreements}>
      <form method="get" action={office.at.newAgreement} novalidate>
        <Select
          name="with"
          label="With which council?"
          items={[{ value: "", content: "Choose a council" }, ...items]}
          errorMessage={faults.with}
        />
        <Radios
          name="side"
          fieldset={{ legend: "Who serves whom?" }}
          items={[
            { value: "owner", content: "Their officers serve our callers" },
            { value: "serving", content: "Our officers serve their callers" },
          ]}
          errorMessage={faults.side}
        />
        <Button>Continue</Button>
      </form>
    </Asked>
  );
}

/** What was typed of an agreement. */
export interface TypedAgreement {
  readonly side: AgreementSide;
  readonly with: string;
  readonly purpose: string;
  readonly services: readonly string[];
  readonly until: string;
}

export interface TermsPageProps extends Frame {
  readonly typed: TypedAgreement;
  readonly other: string;
  /** Of the council whose callers are served. */
  readonly services: readonly ServiceSummary[];
  readonly faults: Faults;
  readonly once: string;
}

/** Ask what an agreement is about. */
export function TermsPage(props: TermsPageProps) {
  const { office, typed, other, services, faults, once } = props;
  return (
    <Asked {...props} back={office.at.newAgreement}>
      <p class="govuk-body">
        {typed.side === "owner"
          ? `Officers of ${other} serve callers of ${office.tenant.name}.`
          : `Officers of ${office.tenant.name} serve callers of ${other}.`}{" "}
        You approve it by proposing it. It begins when a person of {other} approves it too.
      </p>
      <form method="post" action={office.at.newAgreement} novalidate>
        <input type="hidden" name="once" value={once} />
        <input type="hidden" name="side" value={typed.side} />
        <input type="hidden" name="with" value={typed.with} />
        <Textarea
          name="purpose"
          label="What is it for?"
          value={typed.purpose}
          errorMessage={faults.purpose}
        />
        <Input
          name="until"
          type="date"
          label="Until the end of which day?"
          value={typed.until}
          errorMessage={faults.until}
        />
        <Checkboxes
          name="services"
          idPrefix="services"
          fieldset={{ legend: "For which services?" }}
          hint="Choose none, and it is for all of them."
          items={services.map(({ id, title: content }) => ({ value: id, content }))}
          values={typed.services}
          errorMessage={faults.services}
        />
        <Button preventDoubleClick>Propose it</Button>
      </form>
    </Asked>
  );
}

function Asked(props: Frame & { faults: Faults; back: string; children?: Child }) {
  const { faults, back } = props;
  return (
    <OfficePage
      {...props}
      title={title}
      current="agreements"
      faults={anyFault(faults)}
      beforeContent={<BackLink href={back} />}
    >
      <Column>
        <FaultSummary faults={faults} />
        <h1 class="govuk-heading-l">{title}</h1>
        {props.children}
      </Column>
    </OfficePage>
  );
}
