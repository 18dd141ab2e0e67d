import type { Subscription } from "@guildhall/contract";
import { BackLink, Button, Checkboxes, Input, InsetText, Radios } from "@guildhall/ui";
import { anyFault, FaultSummary } from "./fault-summary.tsx";
import type { Faults, Frame } from "./frame.ts";
import { Column, OfficePage } from "./office-page.tsx";
import { More, ScrollTable } from "./scroll-table.tsx";
import { eventWords, signatures, WebhookTag } from "./webhook-words.tsx";

export type WebhooksPageProps = Frame & {
  webhooks: readonly Subscription[];
  more: string | undefined;
};

/** Who is called when something happens. */
export function WebhooksPage(props: WebhooksPageProps) {
  const { office, desk, webhooks } = props;
  const title = "Webhooks";
  return (
    <OfficePage {...props} title={title} current="webhooks">
      <h1 class="govuk-heading-l">{title}</h1>
      {desk.scopes.has("subscriptions:write") && (
        <Button href={office.at.newWebhook}>Add a webhook</Button>
      )}
      {webhooks.length === 0 ? (
        <InsetText>
          Nobody is called yet. Vendors and partners add webhooks with their keys; you can add one
          for a system of your own.
        </InsetText>
      ) : (
        <ScrollTable
          label={title}
          head={["Address", "Tells of", "Added by", "State"]}
          rows={webhooks.map((webhook) => [
            <a class="govuk-link" href={office.at.webhook(webhook.id)}>
              {webhook.url}
            </a>,
            sayEvents(webhook.events.length),
            webhook.owner.name,
            <WebhookTag state={webhook.state} />,
          ])}
        />
      )}
      <More href={props.more} />
    </OfficePage>
  );
}

function sayEvents(count: number): string {
  if (count === eventWords.length) return "Everything";
  return count === 1 ? "1 kind of event" : `${count} kinds of event`;
}

/** A webhook as entered. */
export interface TypedWebhook {
  readonly url: string;
  readonly description: string;
  readonly events: readonly string[];
  readonly signature: string;
}

export const emptyWebhook: TypedWebhook = {
  url: "",
  description: "",
  events: [],
  signature: "ed25519",
};

export type NewWebhookPageProps = Frame & { typed: TypedWebhook; faults: Faults; once: string };

/** The form that adds a webhook. */
export function NewWebhookPage(props: NewWebhookPageProps) {
  const { office, typed, faults, once } = props;
  const title = "Add a webhook";
  return (
    <OfficePage
      {...props}
      title={title}
      faults={anyFault(faults)}
      current="webhooks"
      beforeContent={<BackLink href={office.at.webhooks} />}
    >
      <Column>
        <FaultSummary faults={faults} />
        <h1 class="govuk-heading-l">{title}</h1>
        <form method="post" action={office.at.newWebhook} novalidate>
          <input type="hidden" name="once" value={once} />
          <Input
            name="url"
            type="url"
            label="Address to call"
            hint="It begins with https://"
            value={typed.url}
            errorMessage={faults.url}
            spellcheck={false}
          />
          <Input
            name="description"
            label="What it is for (optional)"
            value={typed.description}
            errorMessage={faults.description}
          />
          <Checkboxes
            name="events"
            classes="govuk-checkboxes--small"
            fieldset={{ legend: { content: "Tell it when", classes: "govuk-fieldset__legend--s" } }}
            hint="Webhooks say what happened and to which request, never what somebody wrote."
            items={eventWords.map(({ type, words }) => ({ value: type, content: words }))}
            values={typed.events}
            errorMessage={faults.events}
          />
          <Radios
            name="signature"
            fieldset={{
              legend: { content: "How webhooks are signed", classes: "govuk-fieldset__legend--s" },
            }}
            items={Object.entries(signatures).map(([value, content]) => ({ value, content }))}
            value={typed.signature}
            errorMessage={faults.signature}
          />
          <Button preventDoubleClick>Add the webhook</Button>
        </form>
      </Column>
    </OfficePage>
  );
}
