import type { Key, SigningKeyState } from "@guildhall/contract";
import { Button, InsetText, Tag } from "@guildhall/ui";
import type { Frame } from "./frame.ts";
import { KeyTag } from "./key-state.tsx";
import { OfficePage } from "./office-page.tsx";
import { sayDay } from "./say-day.ts";
import { sayScopes } from "./scope-list.tsx";
import { More, ScrollTable } from "./scroll-table.tsx";

export interface KeysPageProps extends Frame {
  readonly keys: readonly Key[];
  readonly more: string | undefined;
  readonly signingKeys: readonly SigningKeyState[];
  readonly now: Date;
}

export const keyKinds = { vendor: "Vendor", partner: "Partner" } as const;
export const environments = { live: "Live", test: "Test" } as const;

/** All keys, the newest first, and the keys that the organisation itself signs with. */
export function KeysPage(props: KeysPageProps) {
  const { office, desk, keys } = props;
  const title = "Keys";
  return (
    <OfficePage {...props} title={title} current="keys">
      <h1 class="govuk-heading-l">{title}</h1>
      {desk.scopes.has("keys:write") && <Button href={office.at.newKey}>Issue a key</Button>}
      {keys.length === 0 ? (
        <InsetText>
          There are no keys yet. Issue one to a vendor or partner, or approve{" "}
          <a class="govuk-link" href={office.at.access}>
            a request for access
          </a>
          .
        </InsetText>
      ) : (
        <KeyTable {...props} title={title} />
      )}
      <More href={props.more} />
      <SigningKeys {...props} />
    </OfficePage>
  );
}

function KeyTable({ office, keys, now, title }: KeysPageProps & { title: string }) {
  return (
    <ScrollTable
      label={title}
      head={["Name", "Kind", "May", "Last used", "Good until", "State"]}
      rows={keys.map((key) => [
        <a class="govuk-link" href={office.at.key(key.id)}>
          {key.name}
        </a>,
        `${keyKinds[key.kind]}, ${environments[key.environment].toLowerCase()}`,
        sayScopes(key.scopes),
        key.lastUsedAt === undefined ? "Never" : sayDay(key.lastUsedAt),
        sayDay(key.expiresAt),
        <KeyTag of={key} now={now} />,
      ])}
    />
  );
}

const signingStates: Record<SigningKeyState["state"], { text: string; colour: string }> = {
  next: { text: "Next", colour: "blue" },
  active: { text: "Signs now", colour: "green" },
  retiring: { text: "Still believed", colour: "yellow" },
  revoked: { text: "Revoked", colour: "red" },
};

function SigningKeys({ office, desk, signingKeys }: KeysPageProps) {
  const title = "Keys that you sign with";
  return (
    <>
      <h2 class="govuk-heading-m govuk-!-margin-top-6">{title}</h2>
      <p class="govuk-body">
        {office.tenant.name} signs the tokens that it gives with these. Others fetch the public
        halves by themselves, so nobody has to be told when they change.
      </p>
      <ScrollTable
        label={title}
        head={["Key", "State", "Since"]}
        rows={signingKeys.map(({ kid, state, since }) => [
          <code class="console-code">{kid.slice(0, 12)}…</code>,
          <Tag classes={`govuk-tag--${signingStates[state].colour}`}>
            {signingStates[state].text}
          </Tag>,
          sayDay(since),
        ])}
      />
      {desk.scopes.has("keys:write") && (
        <Button href={office.at.rotateSigningKeys} classes="govuk-button--secondary">
          Let the next key sign
        </Button>
      )}
    </>
  );
}
