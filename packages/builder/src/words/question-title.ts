import { type Data, partOf } from "../data.ts";
import { formNames, idOf, listIn } from "../mentions/form-names.ts";
import { quoted } from "./quoted.ts";

/** A question by its label, or by its name where the form does not have it. */
export function questionTitle(whole: Data, name: string): string {
  const { group } = formNames(whole).answererOf(name, []);
  const asked = listIn(partOf(whole, "form"), "pages").flatMap((page) => listIn(page, "questions"));
  const own = asked.find((question) => idOf(question) === (group ?? name));
  const question =
    group === undefined ? own : listIn(own, "questions").find((item) => idOf(item) === name);
  const label = partOf(question, "label");
  return quoted(typeof label === "string" && label !== "" ? label : name);
}

/** A condition by its name. */
export function conditionTitle(whole: Data, id: string): string {
  const conditions = listIn(partOf(whole, "form"), "conditions");
  const name = partOf(
    conditions.find((one) => idOf(one) === id),
    "name",
  );
  return quoted(typeof name === "string" && name !== "" ? name : id);
}
