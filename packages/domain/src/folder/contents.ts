import type {
  Brand,
  ConnectorDefinition,
  Dataset,
  DraftDefinition,
  KeptTarget,
  NewWithdrawal,
  SchemaSet,
  ServiceDefinition,
} from "@guildhall/contract";

/** A brand with the bytes of its logo. */
export interface BrandWithLogo {
  readonly brand: Brand;
  readonly logo?: Uint8Array | undefined;
}

/** A service that is offered no more, as it was last, and what stands on its page since. */
export interface WithdrawnService {
  readonly definition: ServiceDefinition;
  readonly words: NewWithdrawal;
}

/** All that a tenant's folder can hold of it beside the tenant itself. No secrets are among it. */
export interface FolderContents {
  readonly brands: readonly BrandWithLogo[];
  readonly connectors: readonly ConnectorDefinition[];
  readonly datasets: readonly Dataset[];
  readonly schemas: readonly SchemaSet[];
  readonly targets: readonly KeptTarget[];
  readonly services: readonly ServiceDefinition[];
  readonly withdrawn: readonly WithdrawnService[];
  readonly drafts: readonly DraftDefinition[];
}
