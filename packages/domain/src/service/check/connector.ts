import { type Said, statusFaults } from "@guildhall/builder";
import {
  type ConnectorDefinition,
  type ServiceDefinition,
  settingsFaults,
} from "@guildhall/contract";

const secret = /password|passwd|secret|token|credential|api-?key/i;

/** What cannot work in a connector, beside the tenant's services. */
export function connectorFaults(
  connector: ConnectorDefinition,
  services: readonly ServiceDefinition[],
): Said[] {
  const secrets = Object.keys(connector.settings).flatMap((name): Said[] =>
    secret.test(name)
      ? [[["settings", name], `“${name}” looks like a secret; secrets are not kept with settings.`]]
      : [],
  );
  const unworkable = settingsFaults(connector).map(
    ({ path, sentence }): Said => [["settings", ...path], sentence],
  );
  const users = services.filter(({ mappings }) =>
    mappings.some((mapping) => mapping.connector === connector.id),
  );
  return [...secrets, ...unworkable, ...statusFaults(connector, users)];
}
