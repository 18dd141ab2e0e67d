import type { OutcomeFigures } from "@guildhall/runtime";
import { countOutcomes } from "./count-outcomes.ts";

describe("countOutcomes", () => {
  it.each([
    [{ kind: "delivery", to: "highways", ended: "retry" }, "highways", "retry"],
    [{ kind: "message", to: "email", ended: "sent" }, "message", "accepted"],
    [{ kind: "webhook", to: "webhook", ended: "taken" }, "webhook", "accepted"],
    [{ kind: "webhook", to: "webhook", ended: "gone" }, "webhook", "refused"],
  ] as const)("counts %o under %s, as %s", ({ kind, to, ended }, connector, outcome) => {
    const counted: OutcomeFigures[] = [];
    const count = countOutcomes({ outcome: (figures) => counted.push(figures) });
    count({ tenant: "exampleshire", connector: to, kind, outcome: ended, seconds: 2 });
    expect(counted).toEqual([{ tenant: "exampleshire", kind, connector, outcome, seconds: 2 }]);
  });
});
