import type { Key } from "@guildhall/contract";
import { BackLink, Button, SummaryList, sayTime } from "@guildhall/ui";
import type { Frame } from "./frame.ts";
import { KeyTag, stateOf } from "./key-state.tsx";
import { environments, keyKinds } from "./keys-page.tsx";
import { Column, OfficePage } from "./office-page.tsx";
import { sayDay } from "./say-day.ts";
import { ScopeList } from "./scope-list.tsx";

export interface KeyPageProps extends Frame {
  /** Called so since `key` is a prop that the renderer keeps for itself. */
  readonly shown: Key;
  readonly now: Date;
}

/** All that is known of one key, and what can be done with it. */
export function KeyPage(props: KeyPageProps) {
  const { office, desk, shown, now } = props;
  const lives = ["good", "ends-soon"].includes(stateOf(shown, now));
  return (
    <OfficePage
      {...props}
      title={shown.name}
      current="keys"
      beforeContent={<BackLink href={office.at.keys} />}
    >
      <Column>
        <h1 class="govuk-heading-l">{shown.name}</h1>
        <KeyTag of={shown} now={now} />
        <SummaryList classes="govuk-!-margin-top-4" rows={rowsOf(shown)} />
        {lives && desk.scopes.has("keys:write") && <Actions {...props} />}
        {desk.scopes.has("calls:read") && (
          <p class="govuk-body">
            <a class="govuk-link" href={office.at.callsOf(shown.id)}>
              See the calls made with it
            </a>
          </p>
        )}
      </Column>
    </OfficePage>
  );
}

function Actions({ office, shown }: KeyPageProps) {
  const at = office.at.key(shown.id);
  return (
    <div class="console-actions">
      <Button href={`${at}/change`}>Change it</Button>
      {shown.last4 !== undefined && (
        <Button href={`${at}/rotate`} classes="govuk-button--secondary">
          Give it a new secret
        </Button>
      )}
      <Button href={`${at}/revoke`} classes="govuk-button--warning">
        End it
      </Button>
    </div>
  );
}

function rowsOf(key: Key) {
  const { allowedAddresses: networks, connector, certificate, signature, lastUsedAt } = key;
  return [
    { key: "Client id", value: <code class="console-code">{key.id}</code> },
    { key: "Kind", value: `${keyKinds[key.kind]}, ${environments[key.environment].toLowerCase()}` },
    { key: "May", value: <ScopeList scopes={key.scopes} /> },
    { key: "From", value: networks.length === 0 ? "Anywhere" : networks.join(", ") },
    connector !== undefined && { key: "Works for", value: connector },
    { key: "Proves itself", value: proofOf(key) },
    certificate !== undefined && { key: "Must come with", value: "A client certificate" },
    signature !== undefined && { key: "Must sign", value: "What it writes" },
    { key: "Good until", value: sayDay(key.expiresAt) },
    { key: "Last used", value: lastUsedAt === undefined ? "Never" : sayTime(lastUsedAt) },
    {
      key: "Issued",
      value: `${sayDay(key.createdAt)}${key.createdBy === undefined ? "" : ` by ${key.createdBy}`}`,
    },
    key.revokedAt !== undefined && { key: "Revoked", value: sayTime(key.revokedAt) },
  ];
}

function proofOf({ last4, previous, jwksUrl, jwks }: Key) {
  if (jwksUrl !== undefined) return `With its own keys, published at ${jwksUrl}`;
  if (jwks !== undefined) return "With its own key pair";
  if (last4 === undefined) return "";
  const now = `With the secret that ends in ${last4}`;
  if (!previous) return now;
  return `${now}; the one that ends in ${previous.last4} stays good until ${sayTime(previous.endsAt)}`;
}
