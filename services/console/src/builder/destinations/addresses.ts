import type { ServiceAddresses } from "../ground/service-addresses.ts";

/** Where the pages are that say where a service's answers go. */
export function destinationAddresses({ destinations }: Pick<ServiceAddresses, "destinations">) {
  const one = (mapping: string) => `${destinations}/to/${encodeURIComponent(mapping)}`;
  return {
    list: destinations,
    /** Choose a system; of a destination that is there already, another one. */
    choose: (mapping?: string) => `${destinations}/choose${asked({ mapping })}`,
    /** Choose what the system takes. */
    chooseTarget: (connector: string, mapping?: string) =>
      `${destinations}/choose/${encodeURIComponent(connector)}${asked({ mapping })}`,
    mapping: (mapping: string, shown: Shown = {}) => `${one(mapping)}${asked(shown)}`,
    accept: (mapping: string) => `${one(mapping)}/accept`,
    line: (mapping: string, target: string) => `${one(mapping)}/line${asked({ target })}`,
    change: (mapping: string, shown: Shown) => `${one(mapping)}/change${asked(shown)}`,
    options: (mapping: string, shown: Shown) => `${one(mapping)}/options${asked(shown)}`,
    remove: (mapping: string) => `${one(mapping)}/remove`,
  };
}

type Shown = Readonly<Record<string, string | undefined>>;

function asked(shown: Shown): string {
  const said = Object.entries(shown).filter((one): one is [string, string] => Boolean(one[1]));
  return said.length === 0 ? "" : `?${new URLSearchParams(said)}`;
}
