import type { ConnectorDefinition } from "@guildhall/contract";

/** Where the pages of a connector's simulator are; undefined where it speaks to none. */
export function simulatorOf(
  { address }: Pick<ConnectorDefinition, "address">,
  simulators: string,
): string | undefined {
  const [, system, tenant] = /^simulator:([a-z0-9-]+)\/([a-z0-9-]+)/.exec(address) ?? [];
  return system === undefined || tenant === undefined
    ? undefined
    : `${simulators}/${system}/${tenant}`;
}
