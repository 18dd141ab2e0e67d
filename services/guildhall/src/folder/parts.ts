import type {
  ConnectorDefinition,
  Dataset,
  SchemaSet,
  ServiceDefinition,
} from "@guildhall/contract";
import type { BrandWithLogo } from "./brands.ts";
import type { Read } from "./reading.ts";

/** What a folder is made of, each part right for itself. */
export interface Parts {
  readonly brands: readonly BrandWithLogo[];
  readonly connectors: readonly Read<ConnectorDefinition>[];
  readonly datasets: readonly Dataset[];
  readonly schemas: readonly Read<SchemaSet>[];
  readonly services: readonly Read<ServiceDefinition>[];
}
