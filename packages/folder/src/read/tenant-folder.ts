import type { TenantDefinition } from "@guildhall/contract";
import type { FolderContents } from "@guildhall/domain";
import type { Example } from "./examples.ts";

/** All that a tenant's folder says, checked and complete; of schema sets also those of the cookbook that it asks for. */
export interface TenantFolder extends FolderContents {
  readonly tenant: TenantDefinition;
  readonly examples: readonly Example[];
}
