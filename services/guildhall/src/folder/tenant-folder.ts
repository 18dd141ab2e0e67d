import type {
  ConnectorDefinition,
  Dataset,
  SchemaSet,
  ServiceDefinition,
  TenantDefinition,
} from "@guildhall/contract";
import type { BrandWithLogo } from "./brands.ts";
import type { Example } from "./examples.ts";

/** All that a tenant's folder says, checked and complete. */
export interface TenantFolder {
  readonly tenant: TenantDefinition;
  readonly brands: readonly BrandWithLogo[];
  readonly connectors: readonly ConnectorDefinition[];
  readonly datasets: readonly Dataset[];
  /** The tenant's own, and those of the cookbook that its mappings ask for. */
  readonly schemas: readonly SchemaSet[];
  readonly services: readonly ServiceDefinition[];
  readonly examples: readonly Example[];
}
