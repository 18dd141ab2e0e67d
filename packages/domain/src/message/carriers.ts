import type { ConnectorDefinition } from "@guildhall/contract";

/** The connectors that carry a tenant's messages, by channel; without one e-mail goes as the installation sends it, and no text goes at all. */
export interface Carriers {
  readonly email?: string;
  readonly sms?: string;
}

/** Find who carries messages: the first connector of each kind that has a template for it. */
export function carriersIn(
  connectors: readonly { readonly definition: ConnectorDefinition }[],
): Carriers {
  const notify = connectors
    .map(({ definition }) => definition)
    .filter(({ kind }) => kind === "govuk-notify");
  const email = notify.find(({ settings }) => typeof settings.emailTemplate === "string");
  const sms = notify.find(({ settings }) => typeof settings.smsTemplate === "string");
  return { ...(email && { email: email.id }), ...(sms && { sms: sms.id }) };
}
