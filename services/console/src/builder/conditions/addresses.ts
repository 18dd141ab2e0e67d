import type { ServiceAddresses } from "../ground/service-addresses.ts";

/** Where the conditions of a service are made. */
export function conditionAddresses({ conditions }: Pick<ServiceAddresses, "conditions">) {
  return {
    list: conditions,
    /** A new one; for a page or question, that is asked under it from then on. */
    add: (at?: string) => `${conditions}/new${at ? `?${new URLSearchParams({ for: at })}` : ""}`,
    edit: (id: string) => `${conditions}/edit?${new URLSearchParams({ id })}`,
    remove: (id: string) => `${conditions}/remove?${new URLSearchParams({ id })}`,
  };
}
