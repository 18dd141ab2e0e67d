import { createShire, type Shire } from "../testing/shire.ts";

const step = { id: "pay", kind: "payment", connector: "pay", title: "Treatment" };
const prices = { answer: "pest", pence: { rats: 0, wasps: 6500 } };
const paying = { ...step, amount: prices };
const sending = { id: "send", kind: "deliver", mapping: "case" };

describe("a payment of a folder's service", () => {
  let shire: Shire;
  beforeEach(async () => {
    shire = await createShire();
    await shire.write({
      "connectors/pay.yaml": "kind: govuk-pay\nname: payments\naddress: https://pay.example\n",
    });
  });
  afterEach(() => shire[Symbol.asyncDispose]());

  /** What is wrong with the service when its steps are these, each in a line of its own. */
  async function faults(...steps: object[]): Promise<string[]> {
    const lines = steps.map((one) => `  - ${JSON.stringify(one)}\n`).join("");
    await shire.write({ "services/pests/service.yaml": `${service}steps:\n${lines}` });
    const found = await shire.faults();
    return found.map((fault) => fault.replace("shire/services/pests/service.yaml:", ""));
  }

  it.each([
    ["one price for all", { ...step, amount: 6500 }],
    ["a price for each option, one of them free", paying],
    ["a condition", { ...paying, when: "is-wasps" }],
  ])("may have %s", async (_, payment) => {
    expect(await faults(payment, sending)).toEqual([]);
  });

  it.each([
    [
      "a connector that is not there",
      { ...paying, connector: "purse" },
      "There is no connector “purse”.",
    ],
    [
      "a back office for a connector",
      { ...paying, connector: "office" },
      "“office” takes no payments: its kind is “uniform”, and “govuk-pay” is wanted.",
    ],
    [
      "a condition that is not there",
      { ...paying, when: "is-bees" },
      "The form has no condition “is-bees”.",
    ],
    [
      "a question that is not there",
      { ...paying, amount: { ...prices, answer: "bee" } },
      "The form has no question “bee”.",
    ],
    [
      "a question without options",
      { ...paying, amount: { ...prices, answer: "place" } },
      "The price goes by one of several options, and “place” is no such question.",
    ],
    [
      "a question that may be left out",
      { ...paying, amount: { answer: "size", pence: { small: 1, large: 2 } } },
      "“size” may be left out, and then there is no price.",
    ],
    [
      "an option without a price",
      { ...paying, amount: { answer: "pest", pence: { wasps: 6500 } } },
      "“rats” has no price.",
    ],
    [
      "a price for no option",
      { ...paying, amount: { answer: "pest", pence: { ...prices.pence, bees: 1 } } },
      "The question “pest” has no option “bees”.",
    ],
  ])("is refused with %s, at its line", async (_, payment, sentence) => {
    const line = service.split("\n").length + 1;
    expect(await faults(payment, sending)).toEqual([`${line} ${sentence}`]);
  });

  it("is refused where nothing comes after it", async () => {
    const line = service.split("\n").length + 2;
    expect(await faults(sending, paying)).toEqual([
      `${line} Nothing waits for this payment: the steps that it is for come after it.`,
    ]);
  });

  it("takes no documents", async () => {
    await shire.write({ "services/pests/mapping.case.yaml": mapping("pay", "{ answer: pest }") });
    expect(await faults(sending)).toEqual([
      "shire/services/pests/mapping.case.yaml:1 “pay” takes payments, and no documents.",
    ]);
  });

  it("is told of only in what is sent after it", async () => {
    await shire.write({
      "services/pests/mapping.case.yaml": mapping("office", "{ fact: payment.reference }"),
    });
    expect(await faults(paying, sending)).toEqual([]);
    const early = expect.stringContaining("It tells of a payment, and is sent before any is made.");
    expect(await faults(sending, paying, { ...sending, id: "again" })).toEqual([early]);
    expect(await faults(sending)).toEqual([early]);
  });
});

describe("a mapping of a folder's service", () => {
  it("knows the code lists of its connector, and whether the service has a place", async () => {
    await using shire = await createShire();
    const rows = (code: string) => `connector: office
operation: send
format: xml
root: case
rows:
  - target: kind
    from: { answer: pest }
    change: [{ label: of-option }, { code: ${code}, otherwise: X }]
  - target: place
    from: { fact: location }
    change: [{ address: postcode }]
`;
    await shire.write({ "services/pests/mapping.case.yaml": rows("KIND") });
    expect(await shire.faults()).toEqual([]);
    await shire.write({ "services/pests/mapping.case.yaml": rows("HOW") });
    expect(await shire.faults()).toEqual([expect.stringMatching(/:\d+ .*no code list “HOW”/)]);
    await shire.write({
      "services/pests/mapping.case.yaml": rows("KIND"),
      "services/pests/service.yaml": `${service.replace("location: place\n", "")}steps: []\n`,
    });
    expect(await shire.faults()).toEqual([expect.stringMatching(/:9 .*location/)]);
  });
});

const mapping = (connector: string, from: string) => `connector: ${connector}
operation: send
format: xml
root: case
rows:
  - target: pest
    from: ${from}
`;

const service = `title: Report pests
summary: Tell us about pests.
form:
  conditions:
    - { id: is-wasps, name: They are wasps, when: { "==": [{ var: pest }, wasps] } }
  pages:
    - id: pests
      title: The pests
      questions:
        - { id: pest, type: radios, label: What are they?, options: [{ value: rats, label: Rats }, { value: wasps, label: Wasps }] }
        - { id: size, type: radios, label: How large?, required: false, options: [{ value: small, label: Small }, { value: large, label: Large }] }
        - { id: place, type: address, label: Where? }
location: place
stages: [{ id: received, title: Received }]
target: { firstResponseWorkingDays: 3, text: Within 3 working days. }
whatHappensNext: We look into it.
retention: { days: 365, lawfulBasis: Public task }
`;
