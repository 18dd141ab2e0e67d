import type { Wrong } from "../../pages/parts.tsx";
import type { Posted } from "../../pages/posted.ts";
import type { ItemView } from "../view.ts";

/** What every form of an item's page is drawn from. */
export interface ActionsProps {
  readonly view: ItemView;
  readonly wrongs: readonly Wrong[];
  readonly typed: Posted;
}
