import type { Change, Connector } from "@guildhall/contract";
import {
  act,
  type Councils,
  creation,
  note,
  soon,
  startCouncils,
  telling,
} from "../testing/councils.ts";

const minuteMs = 60_000;
const words = "attributes_environmentCaseWordsToCustomer_a5e7092bd41c4f8896c3b0de";
const urgent = "attributes_environmentCaseUrgent_42d9f8a07c6b4e1395ad80c7";
const received = "9f921c8955b206038285cce2";
const assigned = "b5487e29ca2cf1b50a03df2e";
const done = "92ffd74611a5042ad5ff1e6b";

describe("an Alloy that is polled", () => {
  let councils: Councils;
  let council: string;
  let connector: Connector;
  let id: string;

  const begin = async (name: string) => {
    council = name;
    connector = councils.connect(council, "alloy");
    const made = await connector.send(creation(council, "noise-nuisance"), soon());
    id = made.outcome === "accepted" ? made.reference : "";
  };
  const officer = (action: string, fields: Record<string, string>) =>
    act(councils.world, `/alloy/${council}/items/${id}/${action}`, fields);
  const pass = (ms: number) => {
    councils.world.at = new Date(councils.world.at.getTime() + ms);
  };
  /** Look at the last five minutes. */
  const look = async (from = new Date(councils.world.at.getTime() - 5 * minuteMs)) =>
    (await connector.poll?.({ from, to: councils.world.at }, soon())) ?? [];
  const only = async (): Promise<Change | undefined> => {
    const [change, ...others] = await look();
    expect(others).toEqual([]);
    return change;
  };

  beforeEach(async () => {
    councils = await startCouncils();
    await begin("south-cambridgeshire");
  });
  afterEach(() => councils.close());

  it("shows the latest state of a case, by what its log says, under a key of that edit", async () => {
    pass(minuteMs);
    await officer("status", { status: assigned });

    expect(await only()).toMatchObject({
      reference: id,
      status: assigned,
      at: councils.world.at,
      changeKey: expect.stringMatching(new RegExp(`^${id}_20260303091600000_[0-9a-f]{24}$`)),
    });
  });

  it("shows one change under one key, however often and through whatever window it is seen", async () => {
    const first = await only();
    pass(minuteMs);

    expect(await only()).toEqual(first);
  });

  it("leaves an edit after the window to the next", async () => {
    const { at } = councils.world;
    pass(1);
    await officer("status", { status: assigned });
    const before = new Date(at.getTime() - minuteMs);

    expect(await connector.poll?.({ from: before, to: at }, soon())).toEqual([]);
    pass(minuteMs);
    expect((await look(new Date(at.getTime() - minuteMs))).map(({ status }) => status)).toEqual([
      assigned,
    ]);
  });

  it("tells two edits of one instant at the window's end from each other", async () => {
    await officer("status", { status: assigned });
    const first = await only();
    await officer("status", { status: received });
    const second = await only();

    expect(second).toMatchObject({ status: received, at: first?.at });
    expect(second?.changeKey).not.toBe(first?.changeKey);
  });

  it("shows a case that is closed and so in the archive", async () => {
    await officer("complete", { closing: done });

    expect((await only())?.status).toBe(done);
  });

  it("shows nothing of a case that is deleted", async () => {
    const headers = { authorization: "Bearer key" };
    const path = `/alloy/${council}/api/item/${id}`;
    await councils.world.request(path, { method: "DELETE", headers });

    expect(await look()).toEqual([]);
  });

  it("gives officers' words, a note for each paragraph and under the same key as long as it stands", async () => {
    await officer("notes", { contents: "We will call on Friday.", visible: "yes" });
    const [first] = (await only())?.notes ?? [];
    await officer("notes", { contents: "It is on Monday now.\nSorry.", visible: "yes" });
    await officer("notes", { contents: "Ring the landlord." });

    expect((await only())?.notes).toEqual([
      { ...first, text: "We will call on Friday.", visibleToCitizen: true },
      expect.objectContaining({ text: "It is on Monday now.\nSorry." }),
    ]);
  });

  it("does not give our own note back as an officer's", async () => {
    await connector.send(telling(id, note("It is loud again.")), soon());

    expect(await only()).not.toHaveProperty("notes");
  });

  it("gives what officers know of a case by our names, and only what they do", async () => {
    expect(await only()).not.toHaveProperty("container");
    await officer("flags", { [urgent]: "yes" });

    expect((await only())?.container).toEqual({ flags: { urgent: true } });
  });

  it("joins the reason for closure to the status, in whichever order they are saved", async () => {
    const [completed, abated] = ["81e3992416d0c10914e8b11f", "29045c7da34b7ef76fe6b3b4"];
    await begin("huntingdonshire");
    const before = (await only())?.status;
    await officer("closure", { closure: abated ?? "" });
    expect((await only())?.status).toBe(`${before}/${abated}`);
    await officer("complete", { closing: completed ?? "" });

    expect((await only())?.status).toBe(`${completed}/${abated}`);
  });

  it("keeps its officers' words in the case, and says that nobody is told", async () => {
    await officer("notes", { contents: "We will call on Friday.", visible: "yes" });
    const page = await councils.world.request(`/alloy/${council}/items/${id}?saved=notes`);
    const html = await page.text();

    expect(html).toContain("This Alloy tells nobody by itself");
    expect(html).toContain("We will call on Friday.");
    const { item } = await (
      await councils.world.request(`/alloy/${council}/api/item/${id}`, {
        headers: { authorization: "Bearer key" },
      })
    ).json();
    expect(item.attributes).toContainEqual({
      attributeCode: words,
      value: "We will call on Friday.",
    });
  });

  it("shows all of more cases than a page holds, each once", async () => {
    const body = JSON.parse(creation(council, "noise-nuisance").body);
    const reference = "attributes_environmentCaseWebReference_f7adffe8d368cd01c657f20f";
    for (let number = 0; number < 120; number += 1) {
      const own = `SCA-2222-${String(number).padStart(4, "0")}`;
      const attributes = { ...body.attributes, [reference]: own };
      const sent = { reference: own, body: JSON.stringify({ ...body, attributes }) };
      await connector.send(creation(council, "noise-nuisance", sent), soon());
    }
    const references = (await look()).map((change) => change.reference);

    expect(references).toHaveLength(121);
    expect(new Set(references).size).toBe(121);
  });
});
