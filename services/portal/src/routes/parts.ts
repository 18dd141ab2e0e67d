import type { Look, PortalDeps } from "../environment.ts";
import type { ServiceShelf } from "../journey/forms.ts";
import type { Speech } from "../words/speech.tsx";

/** What the routes of a council are made from. */
export interface Parts {
  readonly look: Look;
  readonly shelf: ServiceShelf;
  readonly publicUrl: string;
  /** The date in the United Kingdom. */
  today(): string;
  /** The language of a page that is no council's. */
  speechOf(request: Request): Speech;
  readonly reportFault: NonNullable<PortalDeps["reportFault"]>;
}
