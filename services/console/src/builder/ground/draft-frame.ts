import type { ServiceDraft } from "@guildhall/contract";
import type { Frame } from "../../pages/frame.ts";
import type { ServiceAddresses } from "./service-addresses.ts";

/** What every page of a service in the making is told. */
export interface DraftFrame extends Frame {
  readonly draft: ServiceDraft;
  /** The revision that the reader has before them: of a form that was sent, the one that it was shown with. */
  readonly seen: number;
  /** Where the pages of this service are. */
  readonly here: ServiceAddresses;
  /** Names this showing of a form, so that pressing twice does it once. */
  readonly once: string;
}

/** The same for a page that says what others did meanwhile: whoever goes on from it has seen the draft as it is now. */
export function seenNow(frame: DraftFrame): DraftFrame {
  return { ...frame, seen: frame.draft.revision };
}
