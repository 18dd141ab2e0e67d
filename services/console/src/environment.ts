import type { Person, Scope, Tenant } from "@guildhall/contract";
import type { AssetUrls, Fields } from "@guildhall/ui";
import type { Addresses } from "./addresses.ts";
import type { StaffApi } from "./platform/staff-api.ts";
import type { VisitorApi } from "./platform/visitor-api.ts";

export interface ConsoleDeps {
  /** How the API is reached: in this process, or over the network. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly apiOrigin: string;
  /** Where staff find these pages. */
  readonly publicUrl: string;
  /** The folder of built assets, where it is not the design kit's own. */
  readonly assets?: string;
  /** Called with what was not foreseen, for the log; the person is told nothing of it. */
  readonly reportFault?: (error: unknown) => void;
  readonly now?: () => Date;
}

/** Where every page finds its styles and scripts. */
export interface Look {
  readonly assets: AssetUrls;
  readonly stylesheet: string;
}

/** The organisation whose pages these are, as anyone may see it. */
export interface Office {
  readonly tenant: Tenant;
  readonly at: Addresses;
  readonly visitor: VisitorApi;
}

/** The member of staff who is signed in, and all that is done in their name. */
export interface Desk {
  readonly person: Pick<Person, "id" | "name" | "email" | "roles" | "teams">;
  readonly scopes: ReadonlySet<Scope>;
  readonly api: StaffApi;
  /** Whether keys do something in this browser. */
  readonly hasShortcuts: boolean;
}

/** What the console's middleware leaves for its routes. */
export interface ConsoleEnv {
  Variables: {
    office: Office;
    desk: Desk;
    /** The form that was sent, once a route has read it. */
    sent?: Fields;
  };
}

/** What all routes are made of. */
export interface Parts {
  readonly look: Look;
  readonly publicUrl: string;
  readonly now: () => Date;
  readonly reportFault: (error: unknown) => void;
}
