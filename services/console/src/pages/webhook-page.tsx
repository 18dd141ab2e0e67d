import type { Subscription, WebhookDelivery } from "@guildhall/contract";
import { BackLink, Button, InsetText, SummaryList, sayTime } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { ConfirmPage } from "./confirm-page.tsx";
import type { Faults, Frame } from "./frame.ts";
import { Hours } from "./key-confirm-pages.tsx";
import { OfficePage } from "./office-page.tsx";
import { More, ScrollTable } from "./scroll-table.tsx";
import {
  eventWords,
  SentTag,
  sayDisabled,
  sayEvent,
  signatures,
  WebhookTag,
} from "./webhook-words.tsx";

export interface WebhookPageProps extends Frame {
  readonly webhook: Subscription;
  readonly sent: readonly WebhookDelivery[];
  readonly more: string | undefined;
  readonly once: string;
  /** From when on what did not arrive can be sent again. */
  readonly since: string;
}

/** One webhook: how it stands, what was sent to it, and what can be done about that. */
export function WebhookPage(props: WebhookPageProps) {
  const { office, desk, webhook } = props;
  const disabled = sayDisabled(webhook);
  return (
    <OfficePage
      {...props}
      title={`Webhook to ${webhook.url}`}
      current="webhooks"
      beforeContent={<BackLink href={office.at.webhooks} />}
    >
      <h1 class="govuk-heading-l">{webhook.url}</h1>
      <WebhookTag state={webhook.state} />
      {disabled && <InsetText>{disabled}</InsetText>}
      <SummaryList classes="govuk-!-margin-top-4" rows={rowsOf(webhook)} />
      {desk.scopes.has("subscriptions:write") && <Actions {...props} />}
      <h2 class="govuk-heading-m">What was sent</h2>
      <Sent {...props} />
      <More href={props.more} />
    </OfficePage>
  );
}

function rowsOf(webhook: Subscription) {
  const { events, description, signature, publicKeys, owner, olderSignerEndsAt } = webhook;
  return [
    description !== undefined && { key: "For", value: description },
    {
      key: "Tells when",
      value: (
        <ul class="govuk-list govuk-list--bullet">
          {eventWords
            .filter(({ type }) => events.includes(type))
            .map(({ words }) => (
              <li>{words}</li>
            ))}
        </ul>
      ),
    },
    { key: "Signed", value: signatures[signature] },
    publicKeys.length > 0 && {
      key: publicKeys.length === 1 ? "Public key" : "Public keys",
      value: publicKeys.map((key) => (
        <div>
          <code class="console-code">{key}</code>
        </div>
      )),
    },
    olderSignerEndsAt !== undefined && {
      key: "Two sign",
      value: `The older until ${sayTime(olderSignerEndsAt)}`,
    },
    { key: "Added by", value: `${owner.name}, ${sayTime(webhook.createdAt)}` },
  ];
}

function Actions(props: WebhookPageProps) {
  const { office, webhook } = props;
  const at = office.at.webhook(webhook.id);
  const on = webhook.state === "active";
  return (
    <div class="console-actions">
      <Post {...props} to="ping">
        <Button preventDoubleClick>Send a test</Button>
      </Post>
      {on && (
        <Button href={`${at}/rotate`} classes="govuk-button--secondary">
          {webhook.signature === "hmac" ? "Make a new secret" : "Make a new signing key"}
        </Button>
      )}
      <Post {...props} to={on ? "disable" : "enable"}>
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {on ? "Switch off" : "Switch on"}
        </Button>
      </Post>
      <Button href={`${at}/remove`} classes="govuk-button--warning">
        Remove
      </Button>
    </div>
  );
}

/** A form of one button. */
function Post({
  office,
  webhook,
  once,
  to,
  children,
}: WebhookPageProps & { to: string; children?: Child }) {
  return (
    <form method="post" action={`${office.at.webhook(webhook.id)}/${to}`}>
      <input type="hidden" name="once" value={once} />
      {children}
    </form>
  );
}

const failed = ["refused", "held", "dead"];

function Sent(props: WebhookPageProps) {
  const { desk, webhook, sent, since } = props;
  if (sent.length === 0)
    return <p class="govuk-body">Nothing yet. Send a test to see whether it arrives.</p>;
  const replays = webhook.state === "active" && desk.scopes.has("subscriptions:write");
  return (
    <>
      {replays && sent.some(({ state }) => failed.includes(state)) && (
        <Post {...props} to="replay">
          <input type="hidden" name="since" value={since} />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Send all that failed in three days again
          </Button>
        </Post>
      )}
      <ScrollTable
        label="What was sent"
        named={false}
        head={["When", "What", "State", "Attempts", "Answer", ...(replays ? ["Again"] : [])]}
        numeric={[3]}
        rows={sent.map((one) => [
          sayTime(one.createdAt),
          one.type === "ping" ? "A test" : sayEvent(one.type),
          <SentTag state={one.state} />,
          one.attempts,
          one.lastCode ?? (one.state === "accepted" ? "Taken" : "None yet"),
          ...(replays ? [<Replay {...props} delivery={one} />] : []),
        ])}
      />
    </>
  );
}

function Replay(props: WebhookPageProps & { delivery: WebhookDelivery }) {
  const { delivery } = props;
  if (delivery.state === "queued" || delivery.state === "pending") return null;
  return (
    <Post {...props} to={`replay/${delivery.id}`}>
      <button type="submit" class="console-link">
        Send again
        <span class="govuk-visually-hidden"> what was of {sayTime(delivery.createdAt)}</span>
      </button>
    </Post>
  );
}

type OfWebhook = Frame & { webhook: Subscription; once: string };

export function RotateWebhookPage(props: OfWebhook & { faults: Faults }) {
  const { office, webhook, faults } = props;
  return (
    <ConfirmPage
      {...props}
      area="webhooks"
      title="Sign with a new key?"
      action={`${office.at.webhook(webhook.id)}/rotate`}
      button="Make a new one"
      back={office.at.webhook(webhook.id)}
    >
      <p class="govuk-body">
        Both sign while the old one goes on, so that the receiver can change over without missing
        anything.
      </p>
      <Hours label="How long the old one goes on" fault={faults.hours} />
    </ConfirmPage>
  );
}

export function RemoveWebhookPage(props: OfWebhook) {
  const { office, webhook } = props;
  return (
    <ConfirmPage
      {...props}
      area="webhooks"
      title="Remove this webhook?"
      action={`${office.at.webhook(webhook.id)}/remove`}
      button="Remove it"
      back={office.at.webhook(webhook.id)}
    >
      <p class="govuk-body">Nothing more is sent to {webhook.url}. It cannot be taken back.</p>
    </ConfirmPage>
  );
}
