import type { Connection, CredentialField } from "@guildhall/contract";
import { BackLink, Button, Input, InsetText, SummaryList, sayTime, Textarea } from "@guildhall/ui";
import { anyFault, FaultSummary } from "./fault-summary.tsx";
import type { Faults, Frame } from "./frame.ts";
import { Column, OfficePage } from "./office-page.tsx";
import { ScrollTable } from "./scroll-table.tsx";

/** The systems that an organisation is connected to. */
export function ConnectionsPage(props: Frame & { connections: readonly Connection[] }) {
  const { office, connections } = props;
  const title = "Connections";
  return (
    <OfficePage {...props} title={title} current="connections">
      <h1 class="govuk-heading-l">{title}</h1>
      {connections.length === 0 ? (
        <InsetText>
          There is no connection to another system yet. One comes with a folder that is brought in.
        </InsetText>
      ) : (
        <ScrollTable
          label={title}
          head={["System", "Address", "Credential"]}
          rows={connections.map(({ id, name, address, credential }) => [
            <a class="govuk-link" href={office.at.connection(id)}>
              {name}
            </a>,
            address,
            sayCredential(credential),
          ])}
        />
      )}
    </OfficePage>
  );
}

/** All that is ever shown of a secret: that there is one, how it ends, and who set it when. */
function sayCredential({ set, last4, updatedAt, setBy }: Connection["credential"]): string {
  if (!set) return "Not set";
  const which = last4 === undefined ? "Set" : `Ends in ${last4}, set`;
  const by = setBy === undefined ? "" : ` by ${setBy}`;
  return updatedAt === undefined ? which : `${which}${by} ${sayTime(updatedAt)}`;
}

export interface ConnectionPageProps extends Frame {
  readonly connection: Connection;
  /** What its credential is made of. */
  readonly fields: readonly CredentialField[];
  readonly faults: Faults;
}

/** One connection, and its credential in place of the one before: what is typed here is never shown again. */
export function ConnectionPage(props: ConnectionPageProps) {
  const { office, desk, connection, fields, faults } = props;
  return (
    <OfficePage
      {...props}
      title={connection.name}
      faults={anyFault(faults)}
      current="connections"
      beforeContent={<BackLink href={office.at.connections} />}
    >
      <Column>
        <FaultSummary faults={faults} />
        <h1 class="govuk-heading-l">{connection.name}</h1>
        <SummaryList
          rows={[
            { key: "Address", value: connection.address },
            { key: "Credential", value: sayCredential(connection.credential) },
          ]}
        />
        {desk.scopes.has("connectors:write") && fields.length > 0 && (
          <form method="post" action={office.at.connection(connection.id)} novalidate>
            <h2 class="govuk-heading-m">
              {connection.credential.set ? "Replace the credential" : "Set the credential"}
            </h2>
            <p class="govuk-body">
              What waits for this system is tried at once. Nobody is shown what you enter here.
            </p>
            {fields.map((field) => (
              <CredentialInput field={field} fault={faults[field]} />
            ))}
            <Button preventDoubleClick>Save it</Button>
          </form>
        )}
      </Column>
    </OfficePage>
  );
}

const labels: Readonly<Record<CredentialField, string>> = {
  apiKey: "Key",
  userName: "User name",
  password: "Password",
  clientId: "Client id",
  clientSecret: "Client secret",
  webhookSecret: "Secret that its webhooks are signed with",
  certificate: "Certificate (PEM)",
  privateKey: "Private key of the certificate (PEM)",
};
const plain: ReadonlySet<CredentialField> = new Set(["userName", "clientId"]);

function CredentialInput({ field, fault }: { field: CredentialField; fault: string | undefined }) {
  const shown = { id: field, name: field, label: labels[field], errorMessage: fault };
  if (field === "certificate" || field === "privateKey")
    return <Textarea {...shown} attributes={{ autocomplete: "off", spellcheck: "false" }} />;
  if (plain.has(field)) return <Input {...shown} autocomplete="off" />;
  return <Input {...shown} type="password" autocomplete="new-password" />;
}

/** What is said where a part of a credential cannot be one. */
export function sayUnusable(field: CredentialField): string {
  return `${labels[field]}: enter it exactly as the system gave it`;
}
