import type { MappingLine } from "@guildhall/contract";
import {
  mappingPath as at,
  createMappingWorld,
  type MappingWorld,
} from "../testing/draft-mapping.ts";

describe("a draft's mapping", () => {
  let looked: MappingWorld;
  beforeEach(async () => {
    looked = await createMappingWorld();
  });
  afterEach(() => looked[Symbol.asyncDispose]());

  const ask: MappingWorld["ask"] = (...asked) => looked.ask(...asked);
  const edit: MappingWorld["edit"] = (...edits) => looked.edit(...edits);
  const describeTarget = () => looked.describeTarget();
  const lines = async (query = "") => (await ask("GET", `${at}/lines?${query}`)).json();
  const line = ({ data }: { data: MappingLine[] }, target: string) =>
    data.find((one) => one.target === target);

  describe("beside its target", () => {
    it("has a line for each field, with rows in words and what they make of a sample", async () => {
      await describeTarget();
      await edit(
        { act: "set", at: "/mappings/case/rows/title/target", to: "source" },
        { act: "set", at: "/mappings/case/rows/source/change", to: ["upper"] },
      );
      const all = await lines("limit=100");
      expect(all.target).toMatchObject({
        state: "known",
        sentence: "As the description “Noise case” says.",
      });
      expect(line(all, "source")?.rows).toMatchObject([
        {
          at: "/mappings/case/rows/source",
          sentence: "The answer to “Where does the noise come from?”, in capitals.",
          changes: [{ kind: "upper", words: "in capitals" }],
          results: ["PUB"],
        },
      ]);
      expect(line(all, "nights")?.rows[0]?.sentence).toBe(
        "Once for each answer to “When you heard it”.",
      );
      expect(line(all, "reference")).toMatchObject({
        state: "mapped",
        rows: [{ faults: ["“Reference” takes at most 10 characters, and this has 13."] }],
      });
      expect(all.counts).toMatchObject({ required: 4, missing: 1, unknown: 3 });
    });

    it("says where a row for a field goes, and what may be meant", async () => {
      await describeTarget();
      expect(line(await lines(), "email")).toMatchObject({
        state: "missing-required",
        sentence: "“Email” is required, and nothing is written to it.",
        add: { to: "/mappings/case/rows", after: "reference", target: "email" },
        suggestion: {
          row: { target: "email", from: { answer: "email" } },
          words: "The answer to “Your email address”.",
          why: "It has the same name as “Your email address”.",
        },
      });
      const missing = line(await lines(), "source");
      expect(missing?.add).toMatchObject({ after: null });
      expect(missing?.suggestion?.row).toEqual({
        target: "source",
        from: { answer: "noiseSource" },
        change: [{ list: { home: "home", pub: "PUB" } }],
      });
    });

    it("binds what repeats to a question that repeats", async () => {
      await describeTarget();
      await edit({ act: "set", at: "/mappings/case/rows/nights/rows", to: [] });
      expect(line(await lines(), "nights/date")).toMatchObject({
        state: "missing-required",
        add: { to: "/mappings/case/rows/nights/rows", target: "date", group: "nights" },
        suggestion: { row: { target: "date", from: { answer: "date" } } },
      });
    });

    it("gives what is asked for, what is required first, a part at a time", async () => {
      await describeTarget();
      const targets = async (query: string) =>
        (await lines(query)).data.map((one: MappingLine) => one.target);
      expect(await targets("requiredFirst=true&limit=3")).toEqual(["source", "email", "reference"]);
      expect(await targets("q=noise")).toEqual(["source"]);
      expect(await targets("under=nights")).toEqual(["nights/date"]);
      expect(await targets("state=unknown-target")).toEqual(["title", "pub", "callback", "grant"]);
      expect((await lines("limit=2")).nextCursor).toBe("2");
      const wrong = await ask("GET", `${at}/lines?state=other`);
      expect(await wrong.json()).toMatchObject({ code: "request-invalid" });
    });

    it("is there without a target, and says that none is chosen", async () => {
      const all = await lines();
      expect(all.target.state).toBe("none");
      expect(all.target.sentence).toContain("which of the documents that environmental health");
      expect(line(all, "nights/date")?.rows[0]?.at).toBe("/mappings/case/rows/nights/rows/date");
    });

    it("is there when its target has vanished, and says so", async () => {
      await describeTarget();
      expect((await ask("DELETE", "/targets/noise-case")).status).toBe(204);
      const all = await lines();
      expect(all.target).toEqual({
        state: "gone",
        sentence:
          "The description “noise-case” is gone: add it again, or choose another. What is mapped is kept.",
      });
      expect(all.data.length).toBeGreaterThan(3);
    });

    it("takes what its back office says now, or says that it has gone or is not there", async () => {
      const named = { target: "design", from: { value: "create-item" } };
      await edit({ act: "add", to: "/mappings/case/rows", item: named, after: null });
      expect(await lines()).toMatchObject({
        target: {
          state: "known",
          name: "Noise case",
          sentence: "As environmental health has it now.",
        },
      });
      await edit({ act: "set", at: "/mappings/case/rows/design/from", to: { value: "other" } });
      expect((await lines()).target).toMatchObject({
        state: "gone",
        sentence: expect.stringContaining("Environmental health has no “other” any more"),
      });
      await edit({ act: "set", at: "/mappings/case/connector", to: "elsewhere" });
      expect((await lines()).target).toMatchObject({
        state: "gone",
        sentence: "There is no connection “elsewhere” any more: send it to another system.",
      });
    });

    it("is not there for a draft or a mapping that is not", async () => {
      for (const path of [
        "/service-drafts/noise/mappings/none",
        "/service-drafts/none/mappings/case",
      ])
        for (const what of ["lines", "sources", "options?answer=a&target=b"])
          expect((await ask("GET", `${path}/${what}`)).status).toBe(404);
      expect((await ask("POST", `${at.replace("case", "none")}/preview`, {})).status).toBe(404);
    });
  });

  it("says what its rows can be made of", async () => {
    const { pages, facts, conditions, changes } = await (await ask("GET", `${at}/sources`)).json();
    expect(pages[0].title).toBe("The noise");
    expect(pages[0].questions).toContainEqual({
      answer: "date",
      label: "Date",
      type: "date",
      hasOptions: false,
      repeats: false,
      group: "nights",
    });
    expect(facts).toContainEqual({ fact: "reference", words: "the reference" });
    expect(conditions).toEqual([
      {
        id: "is-pub",
        name: "It is a pub",
        sentence: "“Where does the noise come from?” is “A pub or club”",
      },
    ]);
    expect(changes).toContainEqual({
      id: "upper",
      title: "In capitals",
      base: "upper",
      settings: [],
    });
  });

  it("lays options beside the values that are taken", async () => {
    await describeTarget();
    const match = await ask("GET", `${at}/options?answer=noiseSource&target=source`);
    expect(await match.json()).toEqual({
      values: [
        { code: "home", text: "home" },
        { code: "PUB", text: "PUB" },
      ],
      options: [
        { option: "home", label: "A home", code: "home", how: "exact" },
        { option: "pub", label: "A pub or club", code: "PUB", how: "plain" },
      ],
    });
    const none = await ask("GET", `${at}/options?answer=email&target=source`);
    expect(await none.json()).toMatchObject({
      code: "request-invalid",
      errors: [{ detail: "The service has no question “email” with options." }],
    });
  });

  it("needs the scope to read services", async () => {
    const other = await looked.world.keyFor("services:write");
    const response = await looked.world.ask("GET", `${at}/lines`, { as: other });
    expect(await response.json()).toMatchObject({ code: "scope-missing" });
  });
});
