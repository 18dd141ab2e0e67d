import type { Connection } from "@guildhall/contract";
import { BackLink, Button, Input, Radios, Select } from "@guildhall/ui";
import { anyFault, FaultSummary } from "./fault-summary.tsx";
import type { Faults, Frame } from "./frame.ts";
import { Months } from "./months.tsx";
import { Networks } from "./networks.tsx";
import { Column, OfficePage } from "./office-page.tsx";
import { ScopeBoxes, scopesInOrder } from "./scope-list.tsx";

/** A key as it was entered. */
export interface TypedKey {
  readonly name: string;
  readonly kind: string;
  readonly scopes: readonly string[];
  readonly months: string;
  readonly addresses: string;
  readonly connector: string;
  readonly proof: string;
  readonly jwksUrl: string;
}

export const emptyKey: TypedKey = {
  name: "",
  kind: "",
  scopes: [],
  months: "12",
  addresses: "",
  connector: "",
  proof: "secret",
  jwksUrl: "",
};

interface KeyFormProps extends Frame {
  readonly typed: TypedKey;
  readonly faults: Faults;
}

export interface NewKeyPageProps extends KeyFormProps {
  readonly once: string;
  readonly connections: readonly Pick<Connection, "id" | "name">[];
}

/** The form that issues a key. */
export function NewKeyPage(props: NewKeyPageProps) {
  const { office, typed, faults, once, connections } = props;
  const title = "Issue a key";
  return (
    <OfficePage
      {...props}
      title={title}
      faults={anyFault(faults)}
      current="keys"
      beforeContent={<BackLink href={office.at.keys} />}
    >
      <Column>
        <FaultSummary faults={faults} />
        <h1 class="govuk-heading-l">{title}</h1>
        <form method="post" action={office.at.newKey} novalidate>
          <input type="hidden" name="once" value={once} />
          <NameOfKey value={typed.name} fault={faults.name} />
          <Kind value={typed.kind} fault={faults.kind} />
          <ScopeBoxes {...scopeHelp} values={typed.scopes} fault={faults.scopes} />
          <Months value={typed.months} fault={faults.months} />
          <Networks value={typed.addresses} fault={faults.addresses} />
          {connections.length > 0 && (
            <Select
              name="connector"
              label="The back office that it works for (optional)"
              hint="For your own records: it allows and forbids nothing."
              items={[
                { value: "", content: "None: it is not tied to one" },
                ...connections.map(({ id, name }) => ({ value: id, content: name })),
              ]}
              value={typed.connector}
              errorMessage={faults.connector}
            />
          )}
          <Proof {...props} />
          <Button preventDoubleClick>Issue the key</Button>
        </form>
      </Column>
    </OfficePage>
  );
}

/** The form that changes what a key is called and what it may do. */
export function ChangeKeyPage(props: KeyFormProps & { id: string }) {
  const { office, id, typed, faults } = props;
  const title = "Change a key";
  return (
    <OfficePage
      {...props}
      title={title}
      faults={anyFault(faults)}
      current="keys"
      beforeContent={<BackLink href={office.at.key(id)} />}
    >
      <Column>
        <FaultSummary faults={faults} />
        <h1 class="govuk-heading-l">{title}</h1>
        <form method="post" action={`${office.at.key(id)}/change`} novalidate>
          <NameOfKey value={typed.name} fault={faults.name} />
          <ScopeBoxes {...scopeHelp} values={typed.scopes} fault={faults.scopes} />
          <Networks value={typed.addresses} fault={faults.addresses} />
          <Button preventDoubleClick>Save</Button>
        </form>
      </Column>
    </OfficePage>
  );
}

const scopeHelp = { offered: scopesInOrder, hint: "No more than its purpose needs." };

function NameOfKey({ value, fault }: { value: string; fault: string | undefined }) {
  return (
    <Input
      name="name"
      label="Name"
      hint="Colleagues and residents see it as the author of what is done with the key."
      value={value}
      errorMessage={fault}
    />
  );
}

function Kind({ value, fault }: { value: string; fault: string | undefined }) {
  return (
    <Radios
      name="kind"
      fieldset={{ legend: { content: "Whose key it is", classes: "govuk-fieldset__legend--s" } }}
      items={[
        { value: "vendor", content: "A vendor", hint: "Its software works your cases" },
        { value: "partner", content: "A partner", hint: "It builds services of its own" },
      ]}
      value={value}
      errorMessage={fault}
    />
  );
}

function Proof({ typed, faults }: NewKeyPageProps) {
  const address = (
    <Input
      name="jwksUrl"
      label="Where it publishes its public keys"
      type="url"
      value={typed.jwksUrl}
      errorMessage={faults.jwksUrl}
      spellcheck={false}
    />
  );
  return (
    <Radios
      name="proof"
      fieldset={{
        legend: { content: "How it proves itself", classes: "govuk-fieldset__legend--s" },
      }}
      items={[
        { value: "secret", content: "With a secret, which you are shown once" },
        {
          value: "jwks-url",
          content: "With its own key pair",
          hint: "Nothing secret has to be handed over",
          conditional: { content: address },
        },
      ]}
      value={typed.proof}
      errorMessage={faults.proof}
    />
  );
}
