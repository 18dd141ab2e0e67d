import type { Brand, Language, Tenant } from "@guildhall/contract";
import type { AssetUrls } from "@guildhall/ui";
import type { Addresses } from "./addresses.ts";
import type { Domains } from "./http/own-domain.ts";
import type { Previewing } from "./pages/preview-parts.tsx";
import type { CouncilApi } from "./platform/council-api.ts";
import type { AskedPlace } from "./platform/information-api.ts";
import type { DraftHandle } from "./session/session.ts";
import type { Speech } from "./words/speech.tsx";

export interface PortalDeps {
  /** How the API is reached: in this process, or over the network. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly apiOrigin: string;
  /** Where citizens find these pages. */
  readonly publicUrl: string;
  /** Which hosts are councils' own; left out where none is. */
  readonly domains?: Domains;
  /** The folder of built assets, where it is not the design kit's own. */
  readonly assets?: string;
  /** Called with what was not foreseen, for the log; the citizen is told nothing of it. */
  readonly reportFault?: (error: unknown) => void;
  readonly now?: () => Date;
}

/** Where every page finds its styles and scripts. */
export interface Look {
  readonly assets: AssetUrls;
  readonly stylesheet: string;
}

/** The council whose pages are being read, and the language that they are read in. */
export interface Council extends Speech {
  readonly tenant: Tenant;
  readonly brand: Brand;
  readonly api: CouncilApi;
  readonly at: Addresses;
  /** The scheme, host and port that its pages are read under. */
  readonly origin: string;
  /** The path of the page that is being read, below the council's root. */
  readonly here: string;
  /** Its whole address below the host. */
  readonly address: string;
  /** The languages that it can be read in; one that is named with no other is not offered. */
  readonly languages: readonly Language[];
  /** Whether Welsh was asked for and there is none. */
  readonly lacksWelsh?: boolean | undefined;
  /** What a member of staff does for a caller here: fill in a form, or see that it was sent. */
  readonly assisting?: "filling-in" | "sent" | undefined;
  /** The preview that is being read; left out on the pages of live services. */
  readonly previewing?: Previewing | undefined;
  /** What is asked of a request that was sent, where its pages are being read: the draft of the answer, and until when. */
  readonly answering?:
    | { readonly handle: DraftHandle; readonly place: AskedPlace; readonly respondBy: string }
    | undefined;
  /** The name of the one cookie of its pages. */
  readonly cookie: string;
}

/** What the portal's middleware leaves for its routes. */
export interface PortalEnv {
  Variables: { council: Council };
}
