import type { ServiceDraft } from "@guildhall/contract";
import type { Frame } from "../../pages/frame.ts";
import type { ServiceAddresses } from "./service-addresses.ts";

/** What every page of a service in the making is told. */
export interface DraftFrame extends Frame {
  readonly draft: ServiceDraft;
  /** Where the pages of this service are. */
  readonly here: ServiceAddresses;
  /** Names this showing of a form, so that pressing twice does it once. */
  readonly once: string;
}
