import type { Look, PortalDeps } from "../environment.ts";
import type { ServiceShelf } from "../journey/forms.ts";

/** What the routes of a council are made from. */
export interface Parts {
  readonly look: Look;
  readonly shelf: ServiceShelf;
  readonly publicUrl: string;
  /** The date in the United Kingdom. */
  today(): string;
  readonly reportFault: NonNullable<PortalDeps["reportFault"]>;
}
