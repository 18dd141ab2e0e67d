import { noiseService } from "@guildhall/question-view/testing";
import { keyOf } from "../fake-returns.ts";
import { council, fillUpTo, noise } from "../visitor.ts";
import type { Tour } from "./tour.ts";

const saving = `${noise}/save-for-later`;
const right = { email: "ada@example.com", kind: "postcode", postcode: "CB7 4AA" };

/** A form that is kept for later, and the way back to it. */
export async function seeSaving(tour: Tour): Promise<void> {
  const { visitor } = tour;
  await fillUpTo(visitor, "told");
  await tour.see("save for later", saving);
  await tour.send("save for later, with faults", saving);
  const wrong = { ...right, kind: "date", day: "31", month: "2", year: "1985" };
  await tour.send("save for later, with a date that is none, with faults", saving, wrong);
  await tour.send("ask for a link, with a fault", `${noise}/send-my-link`, { email: "" });
  for (const kind of ["postcode", "date", "word"]) {
    const fact = { ...right, kind, day: "27", month: "3", year: "1985", word: "heron" };
    await visitor.post(saving, fact);
    await seeReturn(tour.other(visitor.api), kind);
  }
  await tour.see("saved", saving);
  await tour.see("save again", `${saving}?again=yes`);
  await tour.see("ask for a link", `${noise}/send-my-link`);
  await tour.send("link asked", `${noise}/send-my-link`, { email: "ada@example.com" });
}

async function seeReturn(tour: Tour, kind: string): Promise<void> {
  const [draft] = [...tour.visitor.api.drafts.values()];
  const link = `${council}/return/${keyOf(draft?.id ?? "")}`;
  await tour.see(`come back by a ${kind}`, link);
  await tour.send(`come back by a ${kind}, with a fault`, link);
  await tour.see(`come back by no link and a ${kind}`, `${link}x`);
}

/** A form whose service was published anew, and then withdrawn, while it was filled in. */
export async function seeOvertaken(tour: Tour): Promise<void> {
  const { visitor } = tour;
  await fillUpTo(visitor);
  const [draft] = [...visitor.api.drafts.values()];
  if (!draft) throw new Error("There is a draft");
  const next = structuredClone(noiseService);
  const [source, , kind] = next.form.pages;
  const [first] = source?.questions ?? [];
  if (first) first.label = "Where does the noise come from?";
  const road = { id: "road", type: "text", label: "Which road?", required: false } as const;
  kind?.questions.splice(0, 1, { ...road, maxLength: 200 });
  visitor.api.services = [{ ...next, version: 2 }, ...visitor.api.services];
  draft.standing = "replaced";
  await tour.see("what has changed", `${noise}/what-changed`);
  draft.standing = "withdrawn";
  await tour.see("withdrawn", `${noise}/what-changed`);
  draft.standing = "open";
  draft.sent = true;
  await tour.see("sent from elsewhere", `${noise}/source`);
}
