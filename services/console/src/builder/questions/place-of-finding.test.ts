import { DraftDefinition } from "@guildhall/contract";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { serviceAddresses } from "../ground/service-addresses.ts";
import { questionAddresses } from "./addresses.ts";
import { findingsByPart } from "./findings.tsx";
import { placeOfFinding } from "./place-of-finding.ts";

const text = (id: string) => ({ id, type: "text", label: id });
const group = { id: "times", type: "group", label: "Times", itemName: "time" };
const one = "/form/pages/one";
const definition = DraftDefinition.parse({
  id: "noise",
  title: "Noise",
  form: {
    pages: [
      { id: "one", title: "One", questions: [text("a"), { ...group, questions: [text("when")] }] },
    ],
  },
});
const here = serviceAddresses("/console/x/", "noise");
const to = questionAddresses(here);

function frameOf(draft: object): DraftFrame {
  return { draft: { definition: draft }, here } as DraftFrame;
}

describe("the place of a finding", () => {
  const frame = frameOf(definition);

  it.each([
    [`${one}/questions/a/label`, to.edit(`${one}/questions/a`)],
    [`${one}/questions/times/min`, to.edit(`${one}/questions/times`)],
    [`${one}/questions/times/questions/when`, to.edit(`${one}/questions/times/questions/when`)],
    [`${one}/questions/gone/label`, to.page(one)],
    [`${one}/title`, to.page(one)],
    ["/form/conditions/is-pub/when", `${here.conditions}/edit?id=is-pub`],
    ["/form/pages/gone", undefined],
    ["/form", undefined],
    ["/retention", undefined],
  ])("is, for %s, the page of the nearest part", (at, href) => {
    expect(placeOfFinding({ at }, frame)).toBe(href);
  });

  it("is found without going through the form again for each finding", () => {
    let looks = 0;
    const watched = {
      get form() {
        looks += 1;
        return definition.form;
      },
    };
    const long = frameOf(watched);
    placeOfFinding({ at: `${one}/title` }, long);
    const once = looks;
    for (let count = 0; count < 100; count += 1) placeOfFinding({ at: `${one}/title` }, long);
    expect(looks).toBe(once);
  });
});

describe("findings by their parts", () => {
  const finding = (at: string) => ({
    at,
    section: "questions" as const,
    code: "x",
    sentence: at,
    advice: false,
  });

  it("go to the nearest part, and what is at none to the empty path", () => {
    const list = [`${one}/title`, `${one}/questions/a/label`, `${one}/questions/ab`, "/form/pages"];
    const found = findingsByPart(list.map(finding), new Set([one, `${one}/questions/a`]));
    expect([...found].map(([at, those]) => [at, those.map(({ sentence }) => sentence)])).toEqual([
      [one, [`${one}/title`, `${one}/questions/ab`]],
      [`${one}/questions/a`, [`${one}/questions/a/label`]],
      ["", ["/form/pages"]],
    ]);
  });
});
