import { createShire, type Shire } from "../testing/shire.ts";

const own = "services/pests/scenarios";
const shared = "../cookbook/pests/scenarios";

describe("scenarios in a folder", () => {
  let shire: Shire;
  beforeEach(async () => {
    shire = await createShire();
    await shire.write({
      "../cookbook/pests/service.yaml": "category: Pests\n",
      [`${shared}/rats.yaml`]:
        "name: Rats are taken on\nanswers: { pest: rats, ward: Abbey }\nexpects: { ends: accepted }\n",
      [`${shared}/refused.yaml`]:
        "name: A refusal waits for a person\nfault: refused\nexpects: { ends: refused }\n",
    });
  });
  afterEach(() => shire[Symbol.asyncDispose]());

  const adopt = (more: Record<string, string> = {}) =>
    shire.write({ "services/pests/service.yaml": service, ...more });
  const scenarios = async () => (await shire.read()).services[0]?.scenarios;

  it("come with the recipe, each called as its file is, and are none without it", async () => {
    expect(await scenarios()).toEqual([]);
    await adopt();
    expect(await scenarios()).toMatchObject([
      { id: "rats", name: "Rats are taken on", expects: { ends: "accepted" } },
      { id: "refused", fault: "refused" },
    ]);
  });

  it("are changed, taken away and added to by the council", async () => {
    const named = '{ target: pest, value: "rats" }';
    await adopt({
      [`${own}/rats.yaml`]: `answers: { ward: Arbury }\nexpects: { documentHas: [${named}] }\n`,
      [`${own}/refused.yaml`]: "remove: true\n",
      [`${own}/slow.yaml`]: "name: Slow\nfault: slow\nexpects: { ends: accepted }\n",
    });
    expect(await scenarios()).toEqual([
      {
        id: "rats",
        name: "Rats are taken on",
        answers: { pest: "rats", ward: "Arbury" },
        expects: { ends: "accepted", documentHas: [{ target: "pest", value: "rats" }] },
      },
      { id: "slow", name: "Slow", fault: "slow", expects: { ends: "accepted" } },
    ]);
  });

  it("are at fault in their own file and line", async () => {
    await adopt({ [`${own}/slow.yaml`]: "name: Slow\nfault: late\nexpects: { ends: taken }\n" });
    expect(await shire.faults()).toEqual([
      expect.stringMatching(/^shire\/services\/pests\/scenarios\/slow\.yaml:2 .*fault.* should be/),
      expect.stringMatching(/^shire\/services\/pests\/scenarios\/slow\.yaml:3 .*ends.* should be/),
    ]);
  });
});

const service = `recipe: pests
title: Report pests
summary: Tell us about pests.
form:
  pages:
    - id: pests
      title: The pests
      questions:
        - id: pest
          type: radios
          label: What are they?
          options: [{ value: rats, label: Rats }, { value: wasps, label: Wasps }]
        - { id: ward, type: text, label: Which ward?, required: false }
stages: [{ id: received, title: Received }]
steps:
  - { id: send, kind: deliver, mapping: case }
target: { firstResponseWorkingDays: 3, text: Within 3 working days. }
whatHappensNext: We look into it.
retention: { days: 365, lawfulBasis: Public task }
`;
