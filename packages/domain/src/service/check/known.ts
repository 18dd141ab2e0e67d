import type { ConnectorDefinition, Dataset } from "@guildhall/contract";
import type { StatusSeen } from "@guildhall/store";

/** What a tenant has that its services may speak of. */
export interface Known {
  /** Ids of brands. */
  readonly brands: readonly string[];
  readonly connectors: readonly ConnectorDefinition[];
  readonly datasets: readonly Pick<Dataset, "id" | "columns">[];
  /** Ids of schema sets. */
  readonly schemas: readonly string[];
  /** The statuses that back offices were seen to have lately; left out where nobody has looked yet. */
  readonly seen?: readonly Pick<StatusSeen, "connector" | "service" | "external">[];
}
