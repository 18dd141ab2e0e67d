import type { DraftFinding } from "@guildhall/contract";
import { conditionAddresses } from "../conditions/addresses.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { questionAddresses } from "./addresses.ts";
import { pageAt, questionsIn } from "./held.ts";

/** The page on which a finding is mended, as far as it is one of the questions’. */
export function placeOfFinding({ at }: Pick<DraftFinding, "at">, frame: DraftFrame) {
  const { definition } = frame.draft;
  const to = questionAddresses(frame.here);
  const [, form, list, name = ""] = at.split("/");
  if (form !== "form") return undefined;
  if (list === "conditions") return conditionAddresses(frame.here).edit(name);
  const within = (part: string) => at === part || at.startsWith(`${part}/`);
  const held = questionsIn(definition).findLast((one) => within(one.at));
  if (held) return to.edit(held.at);
  const page = `/form/pages/${name}`;
  return pageAt(definition, page) ? to.page(page) : undefined;
}
