import { Mapping } from "@guildhall/contract";
import { compileMapping, type MappingInput, render } from "@guildhall/mapping";
import { saidIn } from "./said-in-document.ts";

const facts = { processId: "", reference: "SHI-1", receivedAt: "", serviceTitle: "" };
const answers = { story: " one\r\ntwo ]]> ", nights: [{ until: "01:30" }, {}, { until: "02:30" }] };
const input: MappingInput = { answers, facts, conditions: {}, labels: () => undefined };
const rows = [
  { target: "reference", from: { fact: "reference" } },
  { target: "story", from: { answer: "story" } },
  { target: "short", from: { answer: "story" }, change: [{ cut: 3 }] },
  { target: "night", each: "nights", rows: [{ target: "until", from: { answer: "until" } }] },
];

describe.each(["xml", "json"] as const)("what is said in %s", (format) => {
  const mapping = Mapping.parse({
    id: "case",
    connector: "office",
    operation: "send",
    format,
    root: "case",
    rows,
  });
  const compiled = compileMapping(mapping);
  const document = render(compiled, input);
  const said = (text: string) => saidIn(text, mapping, { compiled, input });

  it("is read back for each row that changes nothing, item by item", () => {
    const same = (target: string, ...values: string[]) => ({
      target,
      given: values,
      written: values,
    });
    expect(said(document)).toEqual([
      same("reference", "SHI-1"),
      same("story", answers.story),
      same("night/until", "01:30", "02:30"),
    ]);
  });

  it("shows what is not as it was given", () => {
    const [, , nights] = said(document.replace("02:30", "02:31"));
    expect(nights).toMatchObject({ given: ["01:30", "02:30"], written: ["01:30", "02:31"] });
  });
});
