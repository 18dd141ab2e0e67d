import type { ConnectorDefinition, Dataset } from "@guildhall/contract";

/** What a tenant has that its services may speak of. */
export interface Known {
  /** Ids of brands. */
  readonly brands: readonly string[];
  readonly connectors: readonly ConnectorDefinition[];
  readonly datasets: readonly Pick<Dataset, "id" | "columns">[];
  /** Ids of schema sets. */
  readonly schemas: readonly string[];
}
