import type { EventRow } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import { noise } from "../testing/exampleshire.ts";
import { endStages, stagesOf } from "./stages.ts";

// Only the stages of the definition are read.
const service = { definition: noise } as CompiledService;
const came = (stage: string) =>
  ({ type: "stage.changed", data: JSON.stringify({ stage }) }) as EventRow;
const drawn = (stage: string, events: EventRow[], status: "open" | "completed" = "open") =>
  stagesOf({ stage, status }, events, service, new Set(["done"])).map(
    ({ id, state }) => `${id} ${state}`,
  );

describe("the stages of a process", () => {
  it("are where it stands and what may come", () => {
    expect(drawn("received", [])).toEqual(["received now", "looking ahead", "visit ahead"]);
  });

  it("leave out what it passed over", () => {
    expect(drawn("visit", [came("visit")])).toEqual(["received past", "visit now"]);
  });

  it("have each stage once, where it came back to one", () => {
    const events = [came("looking"), came("visit"), came("looking")];
    expect(drawn("looking", events)).toEqual(["received past", "visit past", "looking now"]);
  });

  it("have nothing ahead once it has ended, and know a stage that its service does not", () => {
    expect(drawn("looking", [came("looking")], "completed")).toEqual([
      "received past",
      "looking now",
    ]);
    expect(drawn("elsewhere", [came("elsewhere")])).toEqual(["received past", "elsewhere now"]);
  });

  it("that end it are those that a status table says do, its own or a back office's, and the last", async () => {
    const statuses = [
      { external: "gone", stage: "visit", ends: "closed" },
      { external: "seen", stage: "received" },
    ];
    const theirs = [
      { external: "7", stage: "looking", ends: "referred" },
      { external: "8", ends: "closed" },
    ];
    const catalogue = {
      connector: async (id: string) => (id === "office" ? { statuses: theirs } : undefined),
    };
    const definition = {
      ...noise,
      statuses,
      mappings: [{ connector: "office" }, { connector: "no-more" }],
    };
    const ends = await endStages(
      { catalogue } as unknown as Parameters<typeof endStages>[0],
      { definition } as unknown as CompiledService,
    );
    expect([...ends].sort()).toEqual(["done", "looking", "visit"]);
  });
});
