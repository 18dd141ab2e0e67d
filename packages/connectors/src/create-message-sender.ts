import type { ConnectorDefinition, Sender } from "@guildhall/contract";
import { ConnectorFault } from "./connector-fault.ts";
import { NotifySettings } from "./govuk-notify/content.ts";
import { createGovukNotify } from "./govuk-notify/sender.ts";
import { NotifyCredentials } from "./govuk-notify/token.ts";
import type { GuardedRequest } from "./http/guard.ts";

/**
 * Make the sender of a connector that carries messages, on paper or by phone or e-mail, whose address is resolved.
 *
 * @throws ConnectorFault `not-a-sender`, `settings-invalid`, `credentials-invalid`
 */
export function createMessageSender(
  { kind, address, settings: given }: ConnectorDefinition,
  credentials: Readonly<Record<string, string>>,
  { request, now = Date.now }: { request: GuardedRequest; now?: () => number },
): Sender {
  if (kind !== "govuk-notify") throw new ConnectorFault("not-a-sender");
  const settings = NotifySettings.safeParse(given);
  if (!settings.success) throw new ConnectorFault("settings-invalid");
  const key = NotifyCredentials.safeParse(credentials);
  if (!key.success) throw new ConnectorFault("credentials-invalid");
  return createGovukNotify({ address, key: key.data, settings: settings.data, request, now });
}
