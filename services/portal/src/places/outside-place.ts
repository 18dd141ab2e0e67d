import type { PlaceCouncil } from "@guildhall/contract";

/** An address that another council looks after, which has a page of its own. */
export interface OutsidePlace {
  /** The field that it was entered in. */
  readonly name: string;
  readonly council: PlaceCouncil;
  /** The address, or the postcode that was searched for. */
  readonly text: string;
  /** Whether the person may say that it is right. */
  readonly mayGoOn: boolean;
}
